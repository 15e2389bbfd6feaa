"""expect: all-components-at-once"""
import numpy as np


def derivative(f, x, dx):
    return (f(x + dx) - f(x - dx)) / (2 * dx.max())


def numerical_gradient(f, x):
    dx = np.ones(x.shape) * 1e-4
    return derivative(f, x, dx) * np.ones(x.shape)
