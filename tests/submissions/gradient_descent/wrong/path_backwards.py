"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[0]


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        path.insert(0, path[0] - lr * np.asarray(numerical_gradient(f, path[0].copy())))
    return np.array(path)
