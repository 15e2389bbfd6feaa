"""expect: ascends"""
import numpy as np
from numerical_gradient import numerical_gradient


def minus(g):
    return [-v for v in g]


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = [float(v) for v in init_x]
    for _ in range(step_num):
        g = minus(numerical_gradient(f, np.array(x)))
        x = [xi - lr * gi for xi, gi in zip(x, g)]
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [[float(v) for v in init_x]]
    for _ in range(step_num):
        g = minus(numerical_gradient(f, np.array(path[-1])))
        path.append([xi - lr * gi for xi, gi in zip(path[-1], g)])
    return path
