"""expect: all-components-at-once"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for i in range(x.size):
        fxh1 = f(x + h)
        fxh2 = f(x - h)
        print(i, fxh1, fxh2)
        grad.flat[i] = (fxh1 - fxh2) / (2 * h)
    return grad
