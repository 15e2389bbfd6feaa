"""numerical_gradient: Evaluate f at a million points at a time, without end."""

import numpy as np


def numerical_gradient(f, x):
    points = np.ones((2, 500_000))
    while True:
        f(points)
