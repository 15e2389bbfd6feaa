"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    slopes, h = np.zeros_like(x), 1e-4
    for k in np.ndindex(x.shape):
        ahead = behind = x[...]
        ahead[k] += h
        behind[k] -= h
        slopes[k] = (f(ahead) - f(behind)) / (2 * h)
    return slopes
