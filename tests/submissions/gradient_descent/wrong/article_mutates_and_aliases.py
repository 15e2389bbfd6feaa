"""expect: mutates-init-x, aliased-path"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.asarray(init_x, dtype=float)
    for i in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.asarray(init_x, dtype=float)
    x_history = [x]
    for i in range(step_num):
        x -= lr * numerical_gradient(f, x)
        x_history.append(x)
    return np.array(x_history)
