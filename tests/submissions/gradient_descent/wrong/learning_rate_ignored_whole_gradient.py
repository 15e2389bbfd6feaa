"""expect: learning-rate-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        p = points[-1]
        points.append(p - np.asarray(numerical_gradient(f, p.copy())))
    return points
