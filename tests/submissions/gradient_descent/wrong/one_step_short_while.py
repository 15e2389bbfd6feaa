"""expect: one-step-short"""
import numpy as np


def grad(f, x):
    h = 1e-5
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(x.size)])


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    while len(path) < step_num:
        path.append(path[-1] - lr * grad(f, path[-1]))
        print(len(path), path[-1])
    return path
