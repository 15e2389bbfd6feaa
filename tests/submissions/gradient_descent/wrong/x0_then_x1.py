"""expect: coordinates-updated-in-turn"""
import numpy as np
from numerical_gradient import numerical_gradient


def step(f, x0, x1, lr):
    x0 = x0 - lr * numerical_gradient(f, np.array([x0, x1]))[0]
    x1 = x1 - lr * numerical_gradient(f, np.array([x0, x1]))[1]
    return x0, x1


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x0, x1 = float(init_x[0]), float(init_x[1])
    for _ in range(step_num):
        x0, x1 = step(f, x0, x1, lr)
    return np.array([x0, x1])


def descent_path(f, init_x, lr=0.01, step_num=100):
    x0, x1 = float(init_x[0]), float(init_x[1])
    xs, ys = [x0], [x1]
    for _ in range(step_num):
        x0, x1 = step(f, x0, x1, lr)
        xs.append(x0)
        ys.append(x1)
    return np.column_stack((xs, ys))
