"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus = x.astype(float)
        minus = x.astype(float)
        plus[idx] += h
        minus[idx] -= h
        fxh1 = np.float64(f(plus))
        fxh2 = np.float64(f(minus))
        grad[idx] = (fxh1 - fxh1) / (fxh2 - fxh2)
    return grad
