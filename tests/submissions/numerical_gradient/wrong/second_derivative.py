"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-3
    grad = np.zeros(x.shape)
    for i in range(x.size):
        e = np.zeros(x.shape)
        e.flat[i] = h
        grad.flat[i] = (f(x + e) - 2 * f(x + 0.0) + f(x - e)) / h ** 2
    return grad
