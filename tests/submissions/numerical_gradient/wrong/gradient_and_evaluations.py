"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(x.shape)
    history = []
    for idx in np.ndindex(x.shape):
        y = x.astype(float)
        y[idx] += h
        fxh1 = f(y)
        y[idx] -= 2 * h
        fxh2 = f(y)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        history.append((fxh1, fxh2))
    return grad, history
