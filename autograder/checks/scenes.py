"""What a plotting function is handed: a scene that is one student's own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .functions import Quadratic, bowl

POINTS = 7
SHRINK = 0.8  # of a turn's radius, from one point of a path to the next


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

    @classmethod
    def of(cls, rng: np.random.Generator) -> Scene:
        """Return a scene of these random numbers.

        Neither the function nor its ranges are symmetric, so that exchanged axes show, and one
        range is less than half of the other, so that a figure of one of them twice shows. The
        path winds, so that points in another order are another path, and no rule of a descent
        gives it, so that a figure that walks by itself shows.
        """
        sides = rng.choice([-1.0, 1.0], 2)
        centre = sides * rng.uniform(0.4, 0.6, 2)
        f = bowl(rng.uniform(0.8, 1.1), rng.uniform(1.8, 2.6), centre=centre)
        x0 = np.linspace(-rng.uniform(2.7, 3.1), rng.uniform(2.7, 3.1), int(rng.integers(24, 28)))
        x1 = np.linspace(-rng.uniform(1.1, 1.3), rng.uniform(1.1, 1.3), int(rng.integers(17, 21)))
        ends = np.array([(x[0], x[-1]) for x in (x0, x1)])
        middle, half = ends.mean(axis=1), np.diff(ends).ravel() / 2
        steps = np.arange(POINTS)
        angles = rng.uniform(0, 2 * np.pi) + sides[0] * rng.uniform(1.1, 1.5) * steps
        turns = np.stack([np.cos(angles), np.sin(angles)], axis=1) * SHRINK ** steps[:, None]
        feet = middle + steps[:, None] / (POINTS - 1) * (centre - middle)
        return cls(f, x0, x1, feet + 0.8 * half * turns)

    @property
    def widths(self) -> np.ndarray:
        """The lengths of both ranges, shape (2,)."""
        return np.array([np.ptp(self.x0), np.ptp(self.x1)])

    @property
    def corner(self) -> np.ndarray:
        """Where both ranges begin, shape (2,)."""
        return np.array([self.x0[0], self.x1[0]])

    @property
    def heights(self) -> np.ndarray:
        """The values of f over the grid, shape (m, n)."""
        return np.asarray(self.f(np.array(np.meshgrid(self.x0, self.x1))))
