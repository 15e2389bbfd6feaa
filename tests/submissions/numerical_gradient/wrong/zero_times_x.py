"""expect: integer-truncation"""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    grad = x * 0
    h = 1e-4
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
