"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    while len(path) <= step_num:
        here = path[-1]
        path.append(here - lr * np.sign(numerical_gradient(f, here)))
    return np.array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1, :]
