"""expect: learning-rate-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x = x - lr * np.asarray(numerical_gradient(f, x.copy()))
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        path.append(gradient_descent(f, path[-1], step_num=1))
    return np.array(path)
