"""Walks there and back: +h, -2h, +h."""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-4
    if not np.issubdtype(x.dtype, np.float64):
        x = x + 0.0
        x = x.astype("float64")
    g = np.empty(x.shape, dtype="float64")
    for i, _ in np.ndenumerate(g):
        x[i] += h
        a = f(x)
        x[i] -= 2 * h
        b = f(x)
        x[i] += h  # back home (up to the last bit)
        g[i] = (a - b) / (2 * h)
    return g
