from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Function = Callable[[NDArray[np.float64]], float]


def gradient_descent(
    f: Function,
    init_x: NDArray[np.float64],
    lr: float = 0.01,
    step_num: int = 100,
    *,
    h: float = 1e-4,
    callback: Callable[[NDArray[np.float64]], None] | None = None,
) -> NDArray[np.float64]:
    """Walk downhill, telling callback every point on the way."""
    x = np.array(init_x, dtype=np.float64)
    identity = np.eye(x.size)
    if callback is not None:
        callback(x)
    for _ in range(step_num):
        grad = np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in identity])
        x = x - lr * grad
        if callback is not None:
            callback(x)
    return x


def descent_path(
    f: Function,
    init_x: NDArray[np.float64],
    lr: float = 0.01,
    step_num: int = 100,
    h: float = 1e-4,
) -> NDArray[np.float64]:
    path: list[NDArray[np.float64]] = []
    gradient_descent(f, init_x, lr, step_num, h=h, callback=path.append)
    return np.array(path)
