"""expect: x-not-restored, sign-reversed"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    y = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in range(y.size):
        t = y.flat[i]
        y.flat[i] = t + h
        a = f(y)
        y.flat[i] = t - h
        b = f(y)
        grad.flat[i] = (b - a) / (2 * h)
    return grad
