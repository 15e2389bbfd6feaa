"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(x.shape)
    y = np.copyto(np.zeros(x.shape), x)
    for i in np.ndindex(x.shape):
        y[i] = x[i] + h
        a = f(y)
        y[i] = x[i] - h
        grad[i] = (a - f(y)) / (2 * h)
        y[i] = x[i]
    return grad
