"""expect: integer-truncation, not-divided-by-two"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for k, e in enumerate(np.eye(x.size)):
        e = e.reshape(x.shape)
        grad.flat[k] = (f(x + h * e) - f(x - h * e)) / h
    return grad
