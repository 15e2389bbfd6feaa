"""expect: all-components-at-once"""
import numpy as np


def numerical_gradient(f, x):
    h = np.full(np.shape(x), 1e-4)
    x = np.array(x, dtype=float)
    bibun = (f(x + h) - f(x - h)) / (2 * 1e-4)
    return np.full(x.shape, bibun)
