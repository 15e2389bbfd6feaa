"""expect: none"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    up, down = f(x) + h, f(x) - h
    return np.full(np.shape(x), (up - down) / (2 * h))
