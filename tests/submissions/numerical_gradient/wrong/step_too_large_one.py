"""expect: step-too-large"""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1
    grad = np.zeros(x.shape)
    for i in range(x.size):
        right = x.astype(float)
        left = x.astype(float)
        right.flat[i] += h
        left.flat[i] -= h
        grad.flat[i] = (f(right) - f(left)) / (2 * h)
    return grad
