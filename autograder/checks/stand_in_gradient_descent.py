"""Stands in for gradient_descent where a student's own does not work yet."""

from itertools import pairwise

import numpy as np


def descent_path(f, init_x, lr=0.01, step_num=100):
    """Give every point on the way down, the start first."""
    points = np.empty((step_num + 1, len(init_x)))
    points[0] = init_x
    sides = 1e-4 * np.eye(len(init_x))
    for here, there in pairwise(points):
        there[:] = here - lr * np.array(
            [(f(here + side) - f(here - side)) / 2e-4 for side in sides]
        )
    return points


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    """Give the point reached."""
    return descent_path(f, init_x, lr, step_num)[-1]
