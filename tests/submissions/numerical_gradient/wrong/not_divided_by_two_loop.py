"""expect: not-divided-by-two"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(x.shape)
    x = x.astype(float)
    for i in range(x.size):
        tmp = x.flat[i]
        x.flat[i] = tmp + h
        f1 = f(x)
        x.flat[i] = tmp - h
        f2 = f(x)
        grad.flat[i] = (f1 - f2) / h
        x.flat[i] = tmp
    return grad
