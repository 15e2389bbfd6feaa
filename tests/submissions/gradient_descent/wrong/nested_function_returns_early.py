"""expect: returns-inside-loop"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    def loop(x):
        for i in range(step_num):
            x = x - lr * numerical_gradient(f, x)
            if i < step_num:
                return x
        return x

    return loop(np.array(init_x, dtype=float))


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = np.zeros((step_num + 1, len(init_x)))
    path[0] = init_x
    for i in range(step_num):
        path[i + 1] = path[i] - lr * numerical_gradient(f, path[i])
    return path
