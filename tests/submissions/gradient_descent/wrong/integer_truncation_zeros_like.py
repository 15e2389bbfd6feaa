"""expect: integer-truncation"""
import numpy as np


def gradient(f, x, h=1e-5):
    return [(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))]


def moved(f, x, lr):
    new = np.zeros_like(x)
    for i, slope in enumerate(gradient(f, x)):
        new[i] = x[i] - lr * slope
    return new


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x
    for _ in range(step_num):
        x = moved(f, x, lr)
    return x.copy()


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [init_x]
    for _ in range(step_num):
        path.append(moved(f, path[-1], lr))
    return np.array(path)
