"""expect: mutates-init-x"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    points = descent_path(f, init_x.copy(), lr, step_num)
    init_x[:] = points[-1]  # the start is now where we are
    return points[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [init_x.astype(float)]
    for _ in range(step_num):
        p = points[-1]
        points.append(p - lr * np.asarray(numerical_gradient(f, p.copy())))
    return np.array(points)
