"""expect: step-count-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for i in range(100):
        x -= lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    x_history = [x.copy()]
    for i in range(100):
        x -= lr * numerical_gradient(f, x)
        x_history.append(x.copy())
    return np.array(x_history)
