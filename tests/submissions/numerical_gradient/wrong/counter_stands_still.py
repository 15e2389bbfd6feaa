"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    slopes, h, k = np.zeros(x.shape), 1e-5, 0
    for _ in slopes.flat:
        side = np.zeros(x.shape)
        side.flat[k] = h
        slopes.flat[k] = (f(x + side) - f(x - side)) / (2 * h)
    return slopes
