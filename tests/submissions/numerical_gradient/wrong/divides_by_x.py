"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x, dtype=float)
    grad = np.empty(x.shape)
    for k in np.ndindex(x.shape):
        h = 1e-5 * abs(x[k])  # one hundred-thousandth of the number itself
        up, down = x.copy(), x.copy()
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (up[k] - down[k])
    return grad
