"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    rows = []
    for i in range(x.size):
        e = np.zeros(x.shape)
        e.flat[i] = h
        d = (f(x + e) - f(x - e)) / (2 * h)
        rows.append([i, d])
    return np.array(rows)
