import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x * 1.0
    while step_num > 0:
        x = x - lr * np.array(numerical_gradient(f, x * 1.0))
        step_num -= 1
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [init_x]
    for _ in range(step_num):
        points.append(gradient_descent(f, points[-1], lr=lr, step_num=1))
    return np.vstack(points)
