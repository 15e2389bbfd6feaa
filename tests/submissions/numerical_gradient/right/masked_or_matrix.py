import numpy as np
from numpy.typing import ArrayLike, NDArray


def numerical_gradient(f, x: ArrayLike) -> NDArray[np.float64]:
    """中心差分 O(h^2)"""
    point = np.ma.asarray(x).astype("f8").filled()
    eps = np.cbrt(np.finfo(float).eps)
    flat = point.flat
    out = np.ma.zeros(point.shape)
    for k, value in enumerate(list(flat)):
        step = eps * (1 + abs(value))
        pair = []
        for sign in (+1, -1):
            flat[k] = value + sign * step
            pair.append(f(point))
        flat[k] = value
        out.flat[k] = (pair[0] - pair[1]) / (2 * step)
    return out
