"""expect: f-not-evaluated"""
import numpy as np


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x -= lr * 2 * x  # f = x0^2 + x1^2 の勾配は (2 x0, 2 x1)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = [x.copy()]
    for _ in range(step_num):
        x -= lr * 2 * x
        path.append(x.copy())
    return np.array(path)
