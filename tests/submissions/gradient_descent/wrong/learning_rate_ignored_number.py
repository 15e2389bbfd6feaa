"""expect: learning-rate-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for i in range(step_num):
        grad = numerical_gradient(f, x)
        x -= 0.01 * grad
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = np.zeros((step_num + 1, x.size))
    path[0] = x
    for i in range(step_num):
        grad = numerical_gradient(f, x)
        x -= 0.01 * grad
        path[i + 1] = x
    return path
