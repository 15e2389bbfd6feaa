"""expect: coordinates-updated-in-turn"""
import numpy as np


def bibun(f, x, i):
    h = 1e-4
    ue = list(x)
    shita = list(x)
    ue[i] += h
    shita[i] -= h
    return (f(np.array(ue)) - f(np.array(shita))) / (2 * h)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = list(map(float, init_x))
    for _ in range(step_num):
        for i, _ in enumerate(x):
            x[i] -= lr * bibun(f, x, i)
    return np.array(x)


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    for k in range(step_num):
        path.append(gradient_descent(f, path[k], lr, 1))
    return path
