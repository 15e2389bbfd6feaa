"""Stands in for numerical_gradient where a student's own does not work yet."""

import numpy as np


def numerical_gradient(f, x):
    """Give the gradient of f at x by differences to both sides."""
    x = np.asarray(x, dtype=float)
    sides = 1e-4 * np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [(f(x + side) - f(x - side)) / 2e-4 for side in sides]
    return np.array(slopes).reshape(x.shape)
