"""From the evidence of a check to its pictures, each with words that say what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.figures.model import PictureError, read
from autograder.language import NOTHING, Text, _, plain
from autograder.report.pictures.canvas import Canvas
from autograder.report.pictures.descent import paths, scattered
from autograder.report.pictures.difference import Visits, plan, section
from autograder.report.pictures.expected import expected
from autograder.report.pictures.ground import Quadratic
from autograder.report.pictures.reading import points
from autograder.report.pictures.sketch import sketch, told

MOST_PANELS = 2
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
    return [*_figures(evidence), *_points(evidence)]


def draw_now(drawn: Drawn) -> list[Picture]:
    """Sketch the figures that can be read, each under its function's name."""
    pictures: list[Picture] = []
    for name, content in drawn.items():
        try:
            pictures += _figure(read(content).evidence(), plain(name))
        except PictureError:
            continue
    return pictures


def _figures(evidence: Mapping[str, Any]) -> Iterator[Picture]:
    """Draw the student's figure beside the expected one."""
    for figure, heading in (
        (evidence.get("figure"), _("Your figure, as we saw it")),
        (expected(evidence.get("expected_figure")), _("What it should show")),
    ):
        if isinstance(figure, Mapping):
            yield from _figure(figure, heading)


def _figure(figure: Mapping[str, Any], heading: Text) -> Iterator[Picture]:
    """Draw the panels of a figure, the first few."""
    for panel in figure.get("panels", [])[:MOST_PANELS]:
        canvas = sketch(figure, panel)
        if canvas:
            yield Picture(canvas, told(figure, panel), heading)


def _points(evidence: Mapping[str, Any]) -> Iterator[Picture]:
    """Draw paths and evaluations over the contours of f."""
    ground = Quadratic.read(evidence.get("function"))
    path, expected = points(evidence.get("path")), points(evidence.get("expected_path"))
    if path:
        yield Picture(*paths(path, expected, ground), _("Your path"))
    evaluations, at = points(evidence.get("evaluations")), points([evidence.get("at")])
    if evaluations and at:
        visits = Visits.of(evaluations, at[0])
        yield Picture(*plan(visits, ground), _("Where f was evaluated"))
        if visits.one_sided is not None:
            yield Picture(*section(visits, visits.one_sided), _("The difference you made"))
    elif evaluations and not path:
        yield Picture(*scattered(evaluations, ground), _("Where f was evaluated"))
