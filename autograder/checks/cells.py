"""A part of the plane cut into equal cells, in each of which a figure is judged by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

SIDE = 8  # cells along each axis: wider than the steps of a surface drawn with every fifth line
MARGIN = 1e-6  # of a cell: points on the edge of the plane are in it
ENOUGH = 0.97  # of what a figure shows in a cell is right, where the cell is right
SAMPLES = 5  # along each side of a cell, to see which heights are in it
# A line through a cell may have its points just beyond the edge: parts of a cell.
NEARBY = ((0.0, 0.0), (0.3, 0.0), (-0.3, 0.0), (0.0, 0.3), (0.0, -0.3))


@dataclass(frozen=True)
class Cells:
    """The cells over a rectangle.

    Attributes:
        corner: where it begins, shape (2,).
        widths: its sides, shape (2,), none of them 0.
    """

    corner: np.ndarray
    widths: np.ndarray

    @classmethod
    def around(cls, points: np.ndarray) -> Cells:
        """Return the cells over the smallest rectangle that holds points, shape (k, 2)."""
        widths = np.ptp(points, axis=0)
        return cls(points.min(axis=0), np.where(widths > 0, widths, 1.0))

    def of(self, points: np.ndarray, shift: tuple[float, float] = (0.0, 0.0)) -> np.ndarray:
        """Return the number of each point's cell, -1 outside; shifted by a part of a cell."""
        places = (points - self.corner) / self.widths
        inside = ((places >= -MARGIN) & (places <= 1 + MARGIN)).all(axis=1)
        moved = np.where(inside[:, None], places, 0.0) * SIDE + np.array(shift)
        column, row = np.clip(moved.astype(int), 0, SIDE - 1).T
        return np.where(inside, row * SIDE + column, -1)

    def occupied(self, points: np.ndarray) -> np.ndarray:
        """Return which cells hold a point, shape (SIDE²,)."""
        return np.bincount(self.of(points) + 1, minlength=SIDE**2 + 1)[1:] > 0

    def right(self, points: np.ndarray, is_right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return which cells hold a point, and in which of them what is shown is right."""
        numbers = self.of(points)
        known = numbers >= 0
        all_ = np.bincount(numbers[known], minlength=SIDE**2)
        right = np.bincount(numbers[known & is_right], minlength=SIDE**2)
        return all_ > 0, (all_ > 0) & (right >= ENOUGH * all_)

    def heights(self, f) -> tuple[np.ndarray, np.ndarray]:
        """Return the least and the greatest value of f in each cell, shape (SIDE²,)."""
        along = np.arange(SIDE)[:, None] + np.linspace(0, 1, SAMPLES)
        x, y = (self.corner[:, None] + self.widths[:, None] * along.ravel() / SIDE)[:, None]
        grid = np.array(np.meshgrid(x.ravel(), y.ravel()))
        values = np.asarray(f(grid)).reshape(SIDE, SAMPLES, SIDE, SAMPLES)
        return values.min(axis=(1, 3)).ravel(), values.max(axis=(1, 3)).ravel()

    def followed(self, f, points: np.ndarray, levels: np.ndarray, tolerance: float) -> float:
        """Return the share of the cells crossed by lines of equal height in which they are drawn.

        Args:
            f: what is drawn.
            points: of the lines, shape (k, 2).
            levels: the height of each point, shape (k,).
            tolerance: a height so near the least or greatest of a cell may miss it.
        """
        known = np.isfinite(levels)
        wanted, which = np.unique(levels[known], return_inverse=True)
        least, greatest = self.heights(f)
        crossed = (least + tolerance < wanted[:, None]) & (wanted[:, None] < greatest - tolerance)
        drawn = np.zeros((len(wanted), SIDE**2 + 1), bool)  # the last one is outside
        for shift in NEARBY:
            drawn[which, self.of(points[known], shift)] = True
        return (crossed & drawn[:, :-1]).sum() / crossed.sum() if crossed.any() else 1.0
