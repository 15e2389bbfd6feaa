"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.1, step_num=50):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.1, step_num=50):
    path = [np.array(init_x, dtype=float)]
    for n in range(1, step_num + 1):
        path.append(gradient_descent(f, path[-1], lr, 1))
    return np.array(path)
