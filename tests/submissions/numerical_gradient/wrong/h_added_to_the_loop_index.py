"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for idx in range(x.size):
        tmp = x[idx]
        x[idx + 1] = tmp + h
        a = f(x)
        x[idx + 1] = tmp - h
        b = f(x)
        grad[idx] = (a - b) / (2 * h)
        x[idx] = tmp
    return grad
