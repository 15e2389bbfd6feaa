"""expect: x-not-restored"""
import numpy as np


def numerical_gradient(f, x):
    h = 0.001
    grad = np.zeros(x.shape)
    # copies, so that x is never touched
    xp = x.astype(float)
    xm = x.astype(float)
    for i in range(x.size):
        xp.flat[i] += h
        xm.flat[i] -= h
        grad.flat[i] = (f(xp) - f(xm)) / (xp.flat[i] - xm.flat[i])
    return grad
