"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    points = x.astype(np.float64)  # a list has no astype
    slopes = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        ahead, behind = points.copy(), points.copy()
        ahead[k] += 1e-4
        behind[k] -= 1e-4
        slopes[k] = (f(ahead) - f(behind)) / 2e-4
    return slopes
