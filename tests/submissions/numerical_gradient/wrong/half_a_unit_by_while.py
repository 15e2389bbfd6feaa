"""expect: step-too-large"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    i = 0
    while i < x.size:
        h = 0.5
        xp = x.flatten()
        xm = x.flatten()
        xp[i] = xp[i] + h
        xm[i] = xm[i] - h
        grad.flat[i] = (f(xp.reshape(x.shape)) - f(xm.reshape(x.shape))) / (2 * h)
        i = i + 1
    return grad
