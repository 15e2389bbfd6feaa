"""expect: backward-difference"""
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        before = x.astype(float)
        before[idx] -= h
        grad[idx] = (f(x.astype(float)) - f(before)) / h
    return grad
