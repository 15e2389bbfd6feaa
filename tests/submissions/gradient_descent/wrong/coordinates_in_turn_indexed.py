"""expect: coordinates-updated-in-turn"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for n in range(step_num):
        for i in range(x.size):
            x[i] = x[i] - lr * numerical_gradient(f, x)[i]
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = [x.copy()]
    for n in range(step_num):
        for i in range(x.size):
            x[i] = x[i] - lr * numerical_gradient(f, x)[i]
        path.append(x.copy())
    return np.array(path)
