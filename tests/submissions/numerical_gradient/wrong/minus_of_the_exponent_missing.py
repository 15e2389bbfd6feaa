"""expect: step-too-large"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    h = 1e3
    slopes = [
        (f(x + h * e.reshape(x.shape)) - f(x - h * e.reshape(x.shape))) / (2 * h)
        for e in np.eye(x.size)
    ]
    return np.reshape(slopes, x.shape)
