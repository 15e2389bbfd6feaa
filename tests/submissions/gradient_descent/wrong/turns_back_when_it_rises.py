"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        there = path[-1] - lr * numerical_gradient(f, path[-1])
        path.append(there if f(there) <= f(path[-1]) else path[-1])
    return np.array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
