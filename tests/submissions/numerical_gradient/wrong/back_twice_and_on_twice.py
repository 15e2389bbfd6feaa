"""expect: x-not-restored"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = np.array(x, dtype=float)
    slopes = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        x[k] += h
        ahead = f(x)
        x[k] -= 2 * h
        behind = f(x)
        x[k] += 2 * h
        slopes[k] = (ahead - behind) / (2 * h)
    return slopes
