"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x = x - numerical_gradient(f, x) / lr
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array([gradient_descent(f, init_x, lr, k) for k in range(step_num + 1)])
