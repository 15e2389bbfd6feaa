"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x = x - lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100, points=[]):
    x = np.array(init_x, dtype=float)
    points.append(x)
    for _ in range(step_num):
        x = x - lr * numerical_gradient(f, x)
        points.append(x)
    return np.array(points)
