"""Functions whose gradient is known exactly, for checks to hand to a student's code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Quadratic:
    """f(x) = Σ cᵢ (xᵢ - mᵢ)² + k Σᵢ≠ⱼ xᵢ xⱼ / 2 + offset.

    Attributes:
        curvatures: the factors c, shape (n,) or any other shape that x shall have.
        centre: the point m, of the same shape.
        coupling: k; the components of the gradient depend on each other where it is not 0.
        offset: added to every value.
    """

    curvatures: np.ndarray
    centre: np.ndarray
    coupling: float = 0.0
    offset: float = 0.0

    __name__ = "f"

    def __call__(self, x: Any) -> Any:
        """Evaluate at x, or at every point of a stack of shape x.shape + (…)."""
        x = np.asarray(x)
        axes = self.curvatures.ndim
        if x.shape == self.curvatures.shape:  # one point: the usual case, and the fastest
            return self._at(x)
        if x.shape[:axes] != self.curvatures.shape:
            raise ValueError(f"x of shape {x.shape}, expected {self.curvatures.shape}")
        wide = (slice(None),) * axes + (None,) * (x.ndim - axes)
        over = tuple(range(axes))
        square = (self.curvatures[wide] * (x - self.centre[wide]) ** 2).sum(axis=over)
        if self.coupling:
            total = x.sum(axis=over)
            square = square + self.coupling / 2 * (total**2 - (x**2).sum(axis=over))
        return square + self.offset

    def _at(self, x: np.ndarray) -> Any:
        """Evaluate at one point, in plain numbers: so few of them cost less than arrays."""
        values = x.ravel().tolist()
        square = 0.0
        for (factor, middle), value in zip(self._terms, values, strict=True):
            away = value - middle
            square += factor * (away * away)
        if self.coupling:
            total = squares = 0.0
            for value in values:
                total += value
                squares += value * value
            square += self.coupling / 2 * (total * total - squares)
        return np.asarray(square + self.offset)[()]

    @cached_property
    def _terms(self) -> list[tuple[float, float]]:
        """The pairs (cᵢ, mᵢ)."""
        pairs = zip(self.curvatures.ravel().tolist(), self.centre.ravel().tolist(), strict=True)
        return list(pairs)

    def gradient(self, x: np.ndarray) -> np.ndarray:
        """Return the gradient at x, of the shape of x."""
        return 2 * self.curvatures * (x - self.centre) + self.coupling * (x.sum() - x)

    @property
    def hessian(self) -> np.ndarray:
        """The second derivatives of a function of a vector, shape (n, n)."""
        return np.diag(2 * self.curvatures - self.coupling) + self.coupling

    @property
    def minimum(self) -> np.ndarray:
        """Where the gradient of a function of a vector is 0, shape (n,)."""
        slopes: np.ndarray = np.linalg.solve(self.hessian, 2 * self.curvatures * self.centre)
        return slopes


def bowl(*curvatures: float, centre: Any = None, coupling: float = 0.0) -> Quadratic:
    """Give Σ cᵢ (xᵢ - mᵢ)², centred at 0 unless said otherwise."""
    factors = np.array(curvatures, dtype=float)
    middle = np.zeros_like(factors) if centre is None else np.array(centre, dtype=float)
    return Quadratic(factors, middle, coupling)


@dataclass(frozen=True)
class Exponential:
    """f(x) = Σ exp(aᵢ xᵢ) + offset: third derivatives that a step too large cannot miss.

    Attributes:
        rates: the factors a, shape (n,).
        offset: added to every value, as a loss has one; rounding grows with it.
    """

    rates: np.ndarray
    offset: float = 0.0

    __name__ = "f"

    def __call__(self, x: Any) -> Any:
        """Evaluate at x, shape (n,) or (n, …)."""
        x = np.asarray(x)
        if x.shape[:1] != self.rates.shape:
            raise ValueError(f"x of shape {x.shape}, expected {self.rates.shape}")
        return np.exp((self.rates * x.T).T).sum(axis=0) + self.offset

    def gradient(self, x: np.ndarray) -> np.ndarray:
        """Return the gradient at x, of the shape of x."""
        return self.rates * np.exp(self.rates * x)
