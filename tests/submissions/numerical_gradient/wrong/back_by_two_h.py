"""expect: x-not-restored"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = np.array(x, dtype=np.float64)
    grad = []
    for i, _ in enumerate(x.ravel()):
        place = np.unravel_index(i, x.shape)
        x[place] += h
        a = f(x)
        x[place] -= 2 * h
        b = f(x)
        grad += [(a - b) / (2 * h)]
    return np.reshape(grad, x.shape)
