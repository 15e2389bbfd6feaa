"""The gradient of any function of any number of variables."""

from __future__ import annotations

from typing import Callable, Iterator

import numpy as np


def _probes(x: np.ndarray, h: float) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """For each component, the point a little above x and the point a little below."""
    for unit in np.eye(x.size):
        nudge = h * unit.reshape(x.shape)
        yield x + nudge, x - nudge


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    x = np.asarray(x, dtype=np.float64)
    slopes = [(f(above) - f(below)) / (2 * h) for above, below in _probes(x, h)]
    return np.array(slopes).reshape(x.shape)
