"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_decent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [np.array(init_x, dtype=float)]
    while len(points) <= step_num:
        points.append(points[-1] - lr * numerical_gradient(f, points[-1]))
    return np.array(points)
