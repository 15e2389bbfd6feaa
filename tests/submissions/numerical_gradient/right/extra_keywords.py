from typing import Callable

import numpy as np


def numerical_gradient(
    f: Callable[[np.ndarray], float],
    x: np.ndarray,
    h: float = 1e-4,
    *,
    verbose: bool = False,
    dtype: type = np.float64,
) -> np.ndarray:
    """Gradient of f at x by the central difference with step h."""
    point = np.array(x, dtype=dtype)
    grad = np.zeros_like(point)
    for idx in np.ndindex(point.shape):
        forward, backward = point.copy(), point.copy()
        forward[idx] += h
        backward[idx] -= h
        grad[idx] = (f(forward) - f(backward)) / (2 * h)
        if verbose:
            print(f"d f / d x{idx} = {grad[idx]}")
    return grad
