"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    return np.array(
        [3 * (f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(x.size).reshape((-1,) + x.shape)]
    ).reshape(x.shape)
