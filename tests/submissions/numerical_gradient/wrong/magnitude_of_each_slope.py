"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    h = 1e-4
    sides = h * np.eye(x.size).reshape(-1, *x.shape)
    return np.array([abs(f(x + s) - f(x - s)) / (2 * h) for s in sides]).reshape(x.shape)
