"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    a, b = float(init_x[0]), float(init_x[1])
    for _ in range(step_num):
        here = np.array([a, b, *init_x[2:]], dtype=float)
        g = numerical_gradient(f, here)
        a, b = a - lr * g[0], b - lr * g[1]
    return np.array([a, b])


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = np.zeros((step_num + 1, len(init_x)))
    path[0] = init_x
    for k in range(step_num):
        path[k + 1] = path[k] - lr * numerical_gradient(f, path[k])
    return path
