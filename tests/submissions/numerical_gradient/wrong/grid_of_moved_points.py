"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    # row by row, but f takes its points as columns
    x = np.array(x, dtype=float)
    if x.ndim > 1:
        return np.reshape([numerical_gradient(lambda v: f(v.reshape(x.shape + v.shape[1:])), x.ravel())], x.shape)
    steps = 1e-4 * np.eye(x.size)
    return (f(x + steps) - f(x - steps)) / 2e-4
