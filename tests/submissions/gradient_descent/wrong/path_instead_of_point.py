"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x_history = [np.array(init_x, dtype=float)]
    for i in range(step_num):
        x_history.append(x_history[-1] - lr * numerical_gradient(f, x_history[-1]))
    return np.array(x_history)


def descent_path(f, init_x, lr=0.01, step_num=100):
    return gradient_descent(f, init_x, lr, step_num)
