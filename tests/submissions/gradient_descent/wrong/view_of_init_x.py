"""expect: mutates-init-x"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x[...]
    for _ in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array([gradient_descent(f, np.array(init_x, dtype=float), lr, k) for k in range(step_num + 1)])
