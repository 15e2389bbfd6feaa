"""expect: parentheses-missing"""
import numpy as np

h = 0.0001


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    unit = np.eye(x.size).reshape((x.size,) + x.shape)
    return np.array([f(x + h * e) - f(x - h * e) / (2 * h) for e in unit]).reshape(x.shape)
