"""expect: ascends"""
import numpy as np
from numerical_gradient import numerical_gradient


def update(x, direction, lr):
    return x + lr * direction


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr=lr, step_num=step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        direction = np.array(numerical_gradient(f, points[-1].copy()))
        points.append(update(points[-1], direction, lr))
    return np.stack(points)
