"""expect: not-divided-by-two"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    h = 1e-4
    out = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        samples = []
        for s in (-1, 1):
            y = x.copy()
            y[i] += s * h
            samples.append(f(y))
        out[i] = np.diff(samples)[0] / h
    return out
