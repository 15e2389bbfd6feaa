"""What a figure says about f, and how far f stays from it."""

from dataclasses import dataclass

import numpy as np

CORNERS = ((0, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))  # of a cell, from its centre


@dataclass(frozen=True)
class Claims:
    """What a figure says about f: at a point its value lies between low and high.

    Attributes:
        where: shape (k, 2).
        low: shape (k,).
        high: shape (k,).
        half: half the width and the height of the cell of each point; 0 for a point.
        is_lines: whether they are lines of equal height, or the edges of bands.
    """

    where: np.ndarray
    low: np.ndarray
    high: np.ndarray
    half: np.ndarray
    is_lines: bool = False

    def at(self, kept: np.ndarray) -> "Claims":
        """Return some of the claims."""
        return Claims(self.where[kept], self.low[kept], self.high[kept], self.half, self.is_lines)

    def misfit(self, f, where=None, half=None) -> np.ndarray:
        """Return how far f stays from each claim, anywhere in its cell."""
        where = self.where if where is None else where
        half = self.half if half is None else half
        signs = CORNERS if np.any(half) else CORNERS[:1]
        corners = [f((where + half * sign).T) for sign in signs]
        return np.maximum(self.low - np.max(corners, axis=0), np.min(corners, axis=0) - self.high)
