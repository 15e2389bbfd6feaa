"""expect: f-not-evaluated"""
import numpy as np


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return init_x * (1 - 2 * lr) ** step_num


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array([gradient_descent(f, init_x, lr, n) for n in range(step_num + 1)])
