"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x = x - lr * np.asarray(numerical_gradient(f, x.copy()))
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    # one row for every coordinate
    x = np.array(init_x, dtype=float)
    rows = [[value] for value in x]
    for _ in range(step_num):
        x = gradient_descent(f, x, lr, 1)
        for row, value in zip(rows, x):
            row.append(value)
    return np.array(rows)
