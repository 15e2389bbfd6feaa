"""expect: not-divided-by-two"""
import numpy as np


def difference(upper, lower, width):
    """Rise over run."""
    return (upper - lower) / width


def numerical_gradient(f, x):
    width = 1e-5
    grad = np.zeros(x.shape, dtype=np.float64)
    for idx, _ in np.ndenumerate(x):
        e = np.zeros(x.shape)
        e[idx] = width
        grad[idx] = difference(f(x + e), f(x - e), width)
    return grad
