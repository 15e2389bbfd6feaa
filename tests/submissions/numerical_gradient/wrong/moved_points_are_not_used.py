"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 0.001
    slopes = np.zeros(np.shape(x))
    for k in np.ndindex(np.shape(x)):
        ahead = np.array(x, dtype=float)
        behind = np.array(x, dtype=float)
        ahead[k] = ahead[k] + h
        behind[k] = behind[k] - h
        slopes[k] = (f(x) - f(x)) / (2 * h)
    return slopes
