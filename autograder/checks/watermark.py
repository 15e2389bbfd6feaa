"""A secret in the last digits of what a student's function is handed, found again in its picture.

A picture that carries it was drawn from that very f, over those very ranges: the function would be
right for others as well, and need not draw them to show it. Nobody who has not drawn from f can
put it there, since it follows from the course's own files. It is far below every digit that is
told, and far above rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from autograder.figures.model import Picture

from .functions import Quadratic

SIZE = 1e-11  # of the secret, relative to the number that carries it
EXACT = 1e-13  # two numbers so near each other are the same but for rounding
# A contour that is closed or thinned adds points of its own; chance gives less than a hundredth.
ENOUGH = 0.5


@dataclass(frozen=True)
class Scene:
    """What a plotting function is handed.

    Attributes:
        f: the function to draw.
        x0: coordinates along the first axis, shape (n,), ascending.
        x1: coordinates along the second axis, shape (m,), ascending.
        path: points to draw, shape (k, 2).
    """

    f: Quadratic
    x0: np.ndarray
    x1: np.ndarray
    path: np.ndarray

    def marked(self, rng: np.random.Generator) -> Scene:
        """Give the same scene with a secret in the last digits of every number."""

        def mark(values: np.ndarray) -> np.ndarray:
            factor = 1 + float(rng.choice([-1, 1]) * rng.uniform(SIZE, 2 * SIZE))
            return np.asarray(values * factor)

        f = replace(self.f, curvatures=mark(self.f.curvatures), centre=mark(self.f.centre))
        return Scene(f, mark(self.x0), mark(self.x1), mark(self.path))

    def is_in_surface(self, picture: Picture) -> bool:
        """Say whether a surface was drawn from these very numbers."""
        surfaces = [surface for panel in picture.panels for surface in panel.surfaces]
        if not surfaces:
            return False
        vertices = np.vstack(surfaces)
        return self._is_in(vertices[:, :2], (vertices[:, 2],))

    def is_in_field(self, picture: Picture) -> bool:
        """Say whether contours or colours were drawn from these very numbers."""
        fields = [one for panel in picture.panels if not panel.is_3d for one in panel.fields]
        return bool(fields) and self._is_in(fields[0].points, (fields[0].low, fields[0].high))

    def is_in_lines(self, picture: Picture) -> bool:
        """Say whether each point of the path is drawn, to the last digit."""
        drawn = [rows for panel in picture.panels for rows in (*panel.lines, *panel.points)]
        flat = [rows for rows in drawn if rows.shape[1] == 2]
        if not flat:
            return False
        rows = np.vstack(flat)
        gaps = (np.abs(rows - point).max(axis=1).min() for point in self.path)
        return bool(max(gaps) <= EXACT * np.abs(self.path).max())

    def _is_in(self, where: np.ndarray, shown: Sequence[np.ndarray]) -> bool:
        """Say whether at least half of the points lie on the grid and show what f gives there.

        Between two points of the grid, on one of its lines, matplotlib's contours go where f, as
        a straight line, would have their level.
        """
        heights = self.f(np.array(np.meshgrid(self.x0, self.x1, indexing="ij")))
        (i, along_x, on_x), (j, along_y, on_y) = map(_place, (self.x0, self.x1), where.T)
        low = heights[i, j] * (1 - along_x) + heights[i + 1, j] * along_x
        high = heights[i, j + 1] * (1 - along_x) + heights[i + 1, j + 1] * along_x
        value = low * (1 - along_y) + high * along_y
        gap = np.min([np.abs(one - value) for one in shown], axis=0)
        is_exact = (on_x | on_y) & (gap <= EXACT * np.abs(heights).max())
        return bool(is_exact.mean() >= ENOUGH)


def _place(axis: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the interval of each value, how far along it lies, and whether that is at an end."""
    index = np.clip(np.searchsorted(axis, values, "right") - 1, 0, len(axis) - 2)
    along = (values - axis[index]) / (axis[index + 1] - axis[index])
    nearest = np.minimum(np.abs(values - axis[index]), np.abs(values - axis[index + 1]))
    return index, along, nearest <= EXACT * np.abs(axis).max()
