"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    total = 0
    for e in np.eye(x.size):
        e = e.reshape(x.shape)
        total += (f(x + h * e) - f(x - h * e)) / (2 * h)
    return total
