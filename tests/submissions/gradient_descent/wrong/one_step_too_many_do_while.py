"""expect: one-step-too-many"""
import numpy as np
from numerical_gradient import numerical_gradient


def move(f, x, lr):
    return x - lr * np.asarray(numerical_gradient(f, x + 0.0))


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    path = descent_path(f, init_x, lr, step_num)
    return path[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = [list(x)]
    done = 0
    while True:
        x = move(f, x, lr)
        path.append(list(x))
        done += 1
        if done > step_num:
            break
    return path
