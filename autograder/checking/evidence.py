"""What a check saw, as shapes that a report can draw: plain data in a verdict.

The evidence of a feedback is ``{"pictures": [picture, …]}``, drawn in that order. One of them is

- a drawing: ``{"heading": {language: words}, "caption": {language: words}, "axes": [name, name],
  "window": [left, right, bottom, top], "shapes": [shape, …]}``, in the units of the axes;
- or a figure of matplotlib: ``{"heading": …, "figure": description}``, as Picture.evidence gives
  it, for which a report finds the words itself.

A shape is one of ``{"kind": "line", "points", "style", "closed"}``, ``{"kind": "dots", "points",
"style", "radius", "numbered"}``, ``{"kind": "words", "place", "words", "style"}`` and ``{"kind":
"field", "levels": [[share, lines], …], "filled"}``: lines of equal height, whose share of the
heights, 0 to 1, is their colour. Styles are the names in STYLES; how they look is the report's.

    >>> from autograder.language import plain
    >>> walk = Line([(2, 1), (1, 0.5), (0, 0)], style="path")
    >>> drawing = Drawing(plain("Your path"), plain("It ends at (0, 0)."), (-1, 3, -2, 2), [walk])
    >>> evidence(drawing)["pictures"][0]["shapes"][0]["points"]
    [[2.0, 1.0], [1.0, 0.5], [0.0, 0.0]]
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.figures.model import Picture
from autograder.language import NOTHING, Text

# yours: path…, visit, curve, chord, astray; the right one: expected…, missing, central, tangent.
STYLES = (
    "path", "path-dot", "path-start", "path-end",
    "expected", "expected-dot", "expected-start", "expected-end",
    "visit", "astray", "missing", "minimum",
    "axis", "guide", "curve", "tangent", "chord", "central",
    "axis-name", "in-dot", "edge", "label",
)  # fmt: skip
FINENESS = 5  # digits of a coordinate within the window: finer than a pixel

Point = tuple[float, float]
Points = Sequence[Point] | np.ndarray


@dataclass(frozen=True)
class Line:
    """A line through points, shape (k, 2)."""

    points: Points
    style: str = "path"
    closed: bool = False

    def to_json(self, places: int = 6) -> dict[str, Any]:
        """Return the shape as plain data, its coordinates rounded to so many places."""
        return {
            "kind": "line",
            "points": _rows(self.points, places),
            "style": self.style,
            "closed": self.closed,
        }


@dataclass(frozen=True)
class Dots:
    """A dot at each of some points, shape (k, 2); its radius is in pixels.

    With ``numbered`` the first few bear their number.
    """

    points: Points
    style: str = "path-dot"
    radius: float = 3.0
    numbered: bool = False

    def to_json(self, places: int = 6) -> dict[str, Any]:
        """Return the shape as plain data, its coordinates rounded to so many places."""
        return {
            "kind": "dots",
            "points": _rows(self.points, places),
            "style": self.style,
            "radius": self.radius,
            "numbered": self.numbered,
        }


@dataclass(frozen=True)
class Words:
    """Words around a place."""

    place: Point
    words: Text
    style: str = "label"

    def to_json(self, places: int = 6) -> dict[str, Any]:
        """Return the shape as plain data, its coordinates rounded to so many places."""
        return {
            "kind": "words",
            "place": _rows([self.place], places)[0],
            "words": self.words.words(),
            "style": self.style,
        }


@dataclass(frozen=True)
class Field:
    """Lines of equal height, as pairs of their share of the heights and the lines themselves.

    Filled ones are drawn over each other in their order: the widest first.
    """

    levels: Sequence[tuple[float, Sequence[Points]]]
    filled: bool = False

    def to_json(self, places: int = 6) -> dict[str, Any]:
        """Return the shape as plain data, its coordinates rounded to so many places."""
        return {
            "kind": "field",
            "levels": [
                [round(share, 4), [_rows(line, places) for line in lines]]
                for share, lines in self.levels
            ],
            "filled": self.filled,
        }


@dataclass(frozen=True)
class Drawing:
    """A picture of shapes.

    Attributes:
        heading: a few words above it.
        caption: what it shows, for those who do not see it too.
        window: left, right, bottom and top of the part of the plane that it shows.
        shapes: drawn in this order.
        axes: the names of both axes, whose ends are written at the edges; none for a picture
            that is not to scale.
    """

    heading: Text
    caption: Text
    window: tuple[float, float, float, float]
    shapes: Sequence[Line | Dots | Words | Field]
    axes: tuple[str, str] | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the picture as plain data."""
        left, right, bottom, top = self.window
        width = max(abs(right - left), abs(top - bottom), 1e-300)
        places = FINENESS - math.floor(math.log10(width))
        return {
            "heading": self.heading.words(),
            "caption": self.caption.words(),
            "window": [float(edge) for edge in self.window],
            "axes": list(self.axes or ()),
            "shapes": [shape.to_json(places) for shape in self.shapes],
        }


@dataclass(frozen=True)
class Figure:
    """A figure of matplotlib: a student's as it was read, or the description of one."""

    figure: Picture | Mapping[str, Any]
    heading: Text = field(default=NOTHING)

    def to_json(self) -> dict[str, Any]:
        """Return the picture as plain data."""
        is_read = isinstance(self.figure, Picture)
        content = self.figure.evidence() if is_read else dict(self.figure)  # type: ignore[union-attr, arg-type]
        return {"heading": self.heading.words(), "figure": content}


def evidence(*pictures: Drawing | Figure | None) -> dict[str, Any]:
    """Return the evidence that holds these pictures; None among them is left out."""
    return {"pictures": [picture.to_json() for picture in pictures if picture is not None]}


def _rows(points: Points, places: int) -> list[list[float]]:
    """Return points as lists of rounded numbers; what is not finite cannot be drawn."""
    rows = np.asarray(points, dtype=float).reshape(-1, 2)
    rows = rows[np.isfinite(rows).all(axis=1)]
    rounded: list[list[float]] = (np.round(rows, min(max(places, -300), 300)) + 0.0).tolist()
    return rounded
