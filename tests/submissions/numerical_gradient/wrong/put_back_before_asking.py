"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    slopes = np.zeros_like(x)
    for k in np.ndindex(x.shape):
        kept = x[k]
        values = []
        for h in (1e-4, -1e-4):
            x[k] += h
            x[k] = kept
            values.append(f(x))
        slopes[k] = (values[0] - values[1]) / 2e-4
    return slopes
