"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = np.full((step_num + 1, init_x.size), np.nan)
    path[0] = init_x
    for k in range(step_num):
        # reads the row that is about to be written
        path[k + 1] = path[k + 1] - lr * np.asarray(numerical_gradient(f, path[k].copy()))
    return path
