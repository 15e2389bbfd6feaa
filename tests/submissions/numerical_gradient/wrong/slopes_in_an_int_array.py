"""expect: integer-truncation"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    slopes = np.zeros(x.shape, int)
    for k in np.ndindex(x.shape):
        side = np.zeros(x.shape)
        side[k] = 1e-4
        slopes[k] = (f(x + side) - f(x - side)) / 2e-4
    return slopes
