"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def one_step(f, x0, x1, lr):
    g0, g1 = numerical_gradient(f, np.array([x0, x1], dtype=float))
    return x0 - lr * g0, x1 - lr * g1


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x0, x1 = init_x
    for _ in range(step_num):
        x0, x1 = one_step(f, x0, x1, lr)
    return np.array([x0, x1])


def descent_path(f, init_x, lr=0.01, step_num=100):
    x0, x1 = init_x
    path = [[x0, x1]]
    for _ in range(step_num):
        x0, x1 = one_step(f, x0, x1, lr)
        path.append([x0, x1])
    return np.array(path)
