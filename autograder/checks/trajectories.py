"""How a descent walks, read off the points at which f was evaluated and the points it gave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from .functions import Quadratic

# An honest one-sided difference with h up to 0.01 bends a step by about 1 %.
ALONG = 0.03


def iterates(visited: np.ndarray) -> np.ndarray:
    """Return the points around which f was evaluated, in order, shape (k, n).

    The evaluations for one gradient lie within a few h of each other; a step leads much farther,
    as long as the walk is far from the minimum.
    """
    if len(visited) < 2:
        return visited
    jumps = np.linalg.norm(np.diff(visited, axis=0), axis=1)
    near = 6 * np.quantile(jumps, 0.3, method="lower")
    starts = np.concatenate([[0], np.flatnonzero(jumps > max(near, 1e-9)) + 1])
    # At once: a stranger may visit millions of places, a group for each.
    counts = np.diff(np.append(starts, len(visited)))
    return np.add.reduceat(visited, starts, axis=0) / counts[:, None]


def ideal(f: Quadratic, start: Any, lr: float, steps: int) -> np.ndarray:
    """Return the exact walk x ← x - lr ∇f(x), shape (steps + 1, n)."""
    walk = [np.asarray(start, dtype=float)]
    for _step in range(steps):
        walk.append(walk[-1] - lr * f.gradient(walk[-1]))
    return np.array(walk)


@dataclass(frozen=True)
class Walk:
    """Some consecutive points of a walk on a known function.

    Attributes:
        f: the function.
        points: shape (k, n), k at least 2.
    """

    f: Quadratic
    points: np.ndarray

    @cached_property
    def steps(self) -> np.ndarray:
        """The moves from point to point, shape (k - 1, n)."""
        return np.diff(self.points, axis=0)

    @cached_property
    def gradients(self) -> np.ndarray:
        """The exact gradients where the moves begin, shape (k - 1, n)."""
        return np.array([self.f.gradient(point) for point in self.points[:-1]])

    @cached_property
    def factors(self) -> np.ndarray:
        """How many times the negative gradient each move is, shape (k - 1,)."""
        gradients = self.gradients
        return -(self.steps * gradients).sum(axis=1) / (gradients**2).sum(axis=1)

    @property
    def is_along_gradient(self) -> bool:
        """Whether every move points along the gradient, uphill or downhill."""
        rest = self.steps + self.factors[:, None] * self.gradients
        lengths = np.linalg.norm(self.steps, axis=1)
        return bool((np.linalg.norm(rest, axis=1) <= ALONG * lengths).all() and lengths.all())

    @property
    def learning_rate(self) -> float | None:
        """The one factor of all moves, or None if they differ or leave the gradient's direction."""
        factors = self.factors
        middle = float(np.median(factors))
        constant = np.allclose(factors, middle, rtol=ALONG, atol=0)
        return middle if constant and self.is_along_gradient else None
