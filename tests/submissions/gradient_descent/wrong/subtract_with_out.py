"""expect: mutates-init-x"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    for _ in range(step_num):
        np.subtract(init_x, lr * numerical_gradient(f, init_x), out=init_x)
    return init_x


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [init_x.copy()]
    for _ in range(step_num):
        path.append(path[-1] - lr * numerical_gradient(f, path[-1]))
    return np.array(path)
