"""expect: integer-truncation"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy()
    for _ in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    history = [init_x.copy()]
    x = init_x.copy()
    for _ in range(step_num):
        x -= lr * numerical_gradient(f, x)
        history.append(x.copy())
    return np.array(history)
