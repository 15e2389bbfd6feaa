"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    here, sign, slopes = f(x), 1, []
    for e in np.eye(x.size):
        h = sign * 1e-4
        slopes.append((f(x + h * e.reshape(x.shape)) - here) / h)
        sign = -sign
    return np.reshape(slopes, x.shape)
