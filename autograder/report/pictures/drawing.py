"""From the evidence of a check to its pictures, each with words that say what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.figures.reading import PictureError, read
from autograder.language import NOTHING, Text, plain
from autograder.report.pictures.canvas import Canvas
from autograder.report.pictures.reading import text
from autograder.report.pictures.shapes import drawn
from autograder.report.pictures.sketch import sketch, told

MOST, MOST_PANELS = 6, 2
# The description of the figure that each function drew.
Drawn = dict[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Picture:
    """One picture, its heading, and what it shows in words."""

    canvas: Canvas
    caption: Text
    heading: Text = NOTHING


def draw(evidence: Mapping[str, Any]) -> list[Picture]:
    """Draw what the evidence holds; nothing, if it holds nothing that can be drawn."""
    pictures = evidence.get("pictures")
    return [
        picture
        for content in (pictures[:MOST] if isinstance(pictures, list) else ())
        if isinstance(content, Mapping)
        for picture in _drawn(content)
    ]


def draw_now(figures: Drawn) -> list[Picture]:
    """Sketch the figures that can be read, each under its function's name."""
    pictures: list[Picture] = []
    for name, content in figures.items():
        try:
            pictures += _figure(read(content).evidence(), plain(name))
        except PictureError:
            continue
    return pictures


def _drawn(content: Mapping[str, Any]) -> Iterator[Picture]:
    """Draw one picture of the evidence: a figure, or shapes."""
    heading, figure = text(content.get("heading")), content.get("figure")
    if isinstance(figure, Mapping):
        yield from _figure(figure, heading)
    elif (canvas := drawn(content)) is not None:
        yield Picture(canvas, text(content.get("caption")), heading)


def _figure(figure: Mapping[str, Any], heading: Text) -> Iterator[Picture]:
    """Draw the panels of a figure, the first few."""
    panels = figure.get("panels")
    for panel in panels[:MOST_PANELS] if isinstance(panels, list) else ():
        canvas = sketch(figure, panel) if isinstance(panel, Mapping) else None
        if canvas:
            yield Picture(canvas, told(figure, panel), heading)
