"""Our functions, which remember where the student's code evaluated them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


class Spy:
    """Our f, which remembers where it was evaluated.

    Args:
        function: what is evaluated, on arrays.
    """

    __name__ = "f"

    def __init__(self, function: Callable[[np.ndarray], Any]) -> None:
        self.function = function
        self.visits: list[np.ndarray] = []

    def __call__(self, x: np.ndarray) -> Any:
        """Evaluate, and remember the point."""
        self.visits.append(x)
        return self.function(x)

    def points(self, like: np.ndarray) -> np.ndarray:
        """Give the points visited, in order, shape (visits, *like.shape), real parts only.

        A stack of points evaluated at once, shape (*like.shape, k), counts as k visits.
        """
        rows = [np.empty((0, *like.shape))]
        for visit in self.visits:
            if visit.shape == like.shape:
                rows.append(visit.real[None])
            elif visit.shape[: like.ndim] == like.shape:
                stack = visit.real.reshape(*like.shape, -1)
                rows.append(np.moveaxis(stack, -1, 0))
        return np.concatenate(rows).astype(float)

    @property
    def is_complex(self) -> bool:
        """Whether f was evaluated at complex points, as the complex-step method does."""
        return any(np.iscomplexobj(visit) for visit in self.visits)
