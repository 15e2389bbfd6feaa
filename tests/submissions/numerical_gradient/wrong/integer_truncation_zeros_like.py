"""expect: integer-truncation"""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-4
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = h
        grad[idx] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
