"""The ground of a picture: contour lines of a quadratic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.report.pictures.canvas import Canvas, Point, Window, shade
from autograder.report.pictures.reading import numbers

LEVELS = 8
SAMPLES = 24
RING = 60
# Where the window is this small beside the distance to the centre, contours look straight.
CLOSE = 0.02


@dataclass(frozen=True)
class Quadratic:
    """f = a (x0 - p)² + b (x1 - q)² + k (x0 - p) (x1 - q)."""

    curvatures: Point
    centre: Point
    coupling: float = 0.0

    @classmethod
    def read(cls, evidence: Any) -> Quadratic | None:
        """Read the function of the evidence, None if it is not known."""
        if not isinstance(evidence, Mapping):
            return None
        curvatures, centre = numbers(evidence.get("curvatures")), numbers(evidence.get("centre"))
        coupling = numbers([evidence.get("coupling", 0.0)])
        if len(curvatures) != 2 or len(centre) != 2 or not coupling:
            return None
        read = cls((curvatures[0], curvatures[1]), (centre[0], centre[1]), coupling[0])
        return read if read.is_bowl or not read.coupling else None

    def __call__(self, point: Point) -> float:
        """Give f at a point."""
        (a, b), (x, y) = self.curvatures, self._from_centre(point)
        return a * x * x + b * y * y + self.coupling * x * y

    def gradient(self, point: Point) -> Point:
        """Give the exact gradient."""
        (a, b), (x, y) = self.curvatures, self._from_centre(point)
        return 2 * a * x + self.coupling * y, 2 * b * y + self.coupling * x

    def _from_centre(self, point: Point) -> Point:
        return point[0] - self.centre[0], point[1] - self.centre[1]

    @property
    def is_bowl(self) -> bool:
        """Whether its contours are ellipses: it has a minimum, or a maximum."""
        return 4 * self.curvatures[0] * self.curvatures[1] > self.coupling**2

    def ring(self, height: float, corners: int = RING) -> list[Point]:
        """Give the contour of a bowl at a height, as corners of a polygon; none below its floor.

        With x = u / √a and y = v / √b, turned by 45°, every bowl has the axes of the plane.
        """
        a, b = (math.sqrt(abs(curvature)) for curvature in self.curvatures)
        lean = self.coupling / (2 * a * b) * (1 if self.curvatures[0] > 0 else -1)
        if height * self.curvatures[0] <= 0:
            return []
        long, wide = (math.sqrt(abs(height) / (1 + sign * lean)) for sign in (1, -1))
        ring = []
        for corner in range(corners):
            angle = math.tau * corner / corners
            u, v = long * math.cos(angle), wide * math.sin(angle)
            x, y = (u - v) / math.sqrt(2) / a, (u + v) / math.sqrt(2) / b
            ring.append((self.centre[0] + x, self.centre[1] + y))
        return ring

    def draw(self, canvas: Canvas) -> None:
        """Draw the contours over the whole window, the low ones in deeper colours."""
        if self._is_seen_close(canvas.window):
            for number, ends in enumerate(self._straight(canvas.window)):
                canvas.line(ends, f"contour {shade(number / LEVELS)}")
        elif self.is_bowl:
            self._draw_ellipses(canvas)
        else:
            self._draw_branches(canvas)

    def _is_seen_close(self, window: Window) -> bool:
        x, y = (window.left + window.right) / 2, (window.bottom + window.top) / 2
        distance = math.hypot(x - self.centre[0], y - self.centre[1])
        return max(window.width, window.height) < CLOSE * distance

    def _draw_ellipses(self, canvas: Canvas) -> None:
        window = canvas.window
        corners = [(x, y) for x in (window.left, window.right) for y in (window.bottom, window.top)]
        highest = math.sqrt(max(abs(self(corner)) for corner in corners))
        # Steps of the square root of f: ellipses at even distances.
        for number in range(LEVELS, 0, -1):
            root, style = highest * number / LEVELS, f"ground {shade((number - 1) / LEVELS)}"
            if self.coupling:
                sign = math.copysign(1.0, self.curvatures[0])
                canvas.line(self.ring(sign * root**2), style, closed=True)
                continue
            radii = tuple(root / math.sqrt(abs(curvature)) for curvature in self.curvatures)
            canvas.ellipse(self.centre, (radii[0], radii[1]), style)

    def _draw_branches(self, canvas: Canvas) -> None:
        """Draw a saddle or a valley: at each height, x1 for every x0, on both sides."""
        window, (a, b), (p, q) = canvas.window, self.curvatures, self.centre
        if not b:
            turned = Quadratic((b, a), (q, p))
            for branch, style in turned._branches(_turned(window)):
                canvas.line([(x, y) for y, x in branch], style)
            return
        for branch, style in self._branches(window):
            canvas.line(branch, style)

    def _branches(self, window: Window) -> Iterator[tuple[list[Point], str]]:
        (a, b), (p, q) = self.curvatures, self.centre
        size = max(window.width, window.height) / 2
        if not b:
            return
        for number in range(-LEVELS, LEVELS + 1):
            height = max(abs(a), abs(b)) * size**2 * number * abs(number) / LEVELS**2
            style = f"contour {shade((number + LEVELS) / (2 * LEVELS))}"
            for side in (1, -1):
                branch: list[Point] = []
                for x in self._places(window, height):
                    square = (height - a * (x - p) ** 2) / b
                    if square >= -1e-9 * size**2:
                        branch.append((x, q + side * math.sqrt(max(square, 0.0))))
                    elif branch:
                        yield branch, style
                        branch = []
                yield branch, style

    def _places(self, window: Window, height: float) -> list[float]:
        """Give values of x0 across the window, those among them where a branch turns round."""
        places = [window.left + window.width * number / SAMPLES for number in range(SAMPLES + 1)]
        a, p = self.curvatures[0], self.centre[0]
        if a and height / a > 0:
            turn = math.sqrt(height / a)
            places += [x for x in (p - turn, p + turn) if window.left < x < window.right]
        return sorted(places)

    def _straight(self, window: Window) -> Iterator[list[Point]]:
        """Give contours near one point: lines across the gradient, at even distances."""
        x, y = (window.left + window.right) / 2, (window.bottom + window.top) / 2
        slope = self.gradient((x, y))
        steep = math.hypot(*slope) or 1.0
        along = slope[0] / steep, slope[1] / steep
        reach = window.width
        for number in range(LEVELS):
            off = reach * ((number + 0.5) / LEVELS - 0.5) * 1.4
            foot = x + off * along[0], y + off * along[1]
            yield [
                (foot[0] - side * reach * along[1], foot[1] + side * reach * along[0])
                for side in (-1, 1)
            ]


def _turned(window: Window) -> Window:
    return Window(window.bottom, window.top, window.left, window.right)
