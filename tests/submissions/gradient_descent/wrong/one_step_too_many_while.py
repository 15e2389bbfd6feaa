"""expect: one-step-too-many"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x * 1.0
    i = 0
    while i <= step_num:
        grad = numerical_gradient(f, x)
        x = x - lr * grad
        i += 1
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x * 1.0
    path = np.zeros((step_num + 1, len(x)))
    for i in range(step_num):
        path[i] = x
        x = x - lr * numerical_gradient(f, x)
    path[step_num] = x
    return path
