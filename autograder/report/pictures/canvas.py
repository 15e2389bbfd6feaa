"""A small SVG canvas: data coordinates in, markup out; colours come from the page's style."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from autograder.language import Text, languages
from autograder.report.visible import visible_line

Point = tuple[float, float]
FAR = 9_999.0
STEPS_OF_COLOUR = 8
MARGIN = 8.0


@dataclass(frozen=True)
class Window:
    """The part of the plane that a picture shows."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """In the units of x0."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In the units of x1."""
        return self.top - self.bottom

    @classmethod
    def around(cls, points: Iterable[Point], room: float = 0.12, least: float = 1e-9) -> Window:
        """Return a square window that holds all points, with some room around them."""
        xs, ys = zip(*points, strict=True)
        half = max(max(xs) - min(xs), max(ys) - min(ys), least) * (0.5 + room)
        x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        return cls(x - half, x + half, y - half, y + half)

    def holds(self, point: Point) -> bool:
        """Whether a point is in the picture."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


@dataclass
class Canvas:
    """Collects the elements of one picture; the frame is the part of it that data are drawn in."""

    width: float
    height: float
    window: Window
    frame: tuple[float, float, float, float] | None = None
    elements: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        left, top, right, bottom = self.frame or (0.0, 0.0, self.width, self.height)
        self._scale_x = (right - left) / self.window.width
        self._scale_y = (bottom - top) / self.window.height
        self._left, self._bottom = left, bottom

    def place(self, point: Point) -> Point:
        """Return where a point of the data lies on the canvas, in pixels."""
        return (
            self._left + (point[0] - self.window.left) * self._scale_x,
            self._bottom - (point[1] - self.window.bottom) * self._scale_y,
        )

    def line(self, points: Iterable[Point], style: str, closed: bool = False) -> None:
        """Draw a line through points of the data."""
        self.polyline((self.place(point) for point in points), style, closed)

    def polyline(self, places: Iterable[Point], style: str, closed: bool = False) -> None:
        """Draw a line through places on the canvas."""
        path = "L".join(f"{short(x)} {short(y)}" for x, y in places)
        if path:
            self.elements.append(f'<path class="{style}" d="M{path}{"Z" if closed else ""}"/>')

    def dot(self, point: Point, style: str, radius: float = 4.0) -> None:
        """Draw a dot at a point of the data."""
        x, y = self.place(point)
        self.elements.append(
            f'<circle class="{style}" cx="{short(x)}" cy="{short(y)}" r="{short(radius)}"/>'
        )

    def ellipse(self, centre: Point, radii: Point, style: str) -> None:
        """Draw an ellipse whose axes are those of the data."""
        x, y = self.place(centre)
        across, down = abs(radii[0] * self._scale_x), abs(radii[1] * self._scale_y)
        self.elements.append(
            f'<ellipse class="{style}" cx="{short(x)}" cy="{short(y)}" '
            f'rx="{short(across)}" ry="{short(down)}"/>'
        )

    def box(self, corner: Point, size: Point, style: str) -> None:
        """Draw a rectangle, its corner and size in pixels."""
        self.elements.append(
            f'<rect class="{style}" x="{short(corner[0])}" y="{short(corner[1])}" '
            f'width="{short(max(size[0], 0))}" height="{short(max(size[1], 0))}"/>'
        )

    def write(
        self,
        place: Point,
        words: Text | str,
        style: str = "label",
        anchor: str = "start",
        upright: bool = False,
    ) -> None:
        """Write words at a place on the canvas, in every language in which they differ."""
        x, y = short(place[0]), short(place[1])
        turn = f' transform="rotate(-90 {x} {y})"' if upright else ""
        where = f'class="{style}" x="{x}" y="{y}" text-anchor="{anchor}"{turn}'
        if isinstance(words, str) or words.is_same_everywhere:
            self.elements.append(f"<text {where}>{escape(visible_line(str(words)))}</text>")
            return
        for language in languages():
            shown = escape(visible_line(words.to(language)))
            self.elements.append(f'<text lang="{language}" {where}>{shown}</text>')

    def markup(self, described_by: str = "") -> Markup:
        """Return the picture; the element of that id says what it shows, else it decorates."""
        told = (
            f'role="img" aria-labelledby="{described_by}"'
            if described_by
            else 'preserveAspectRatio="xMidYMid slice" aria-hidden="true"'
        )
        return Markup(
            f'<svg viewBox="0 0 {short(self.width)} {short(self.height)}" {told}>'
            f"{''.join(self.elements)}</svg>"
        )


def short(value: float) -> str:
    """Return a coordinate in pixels, to a tenth; what lies far outside stays outside."""
    if not math.isfinite(value):
        value = FAR
    text = f"{min(max(value, -FAR), FAR):.1f}"
    return text[:-2] if text.endswith(".0") else text


def shade(share: float) -> str:
    """Return the style of a height between 0 (lowest) and 1 (highest)."""
    step = int(share * STEPS_OF_COLOUR) if share == share else 0
    return f"c{min(max(step, 0), STEPS_OF_COLOUR - 1)}"
