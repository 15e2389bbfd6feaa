"""expect: ascends"""
import numpy as np


def slope(f, x, i, h=1e-4):
    e = np.zeros(len(x))
    e[i] = h
    return (f(x - e) - f(x + e)) / (2 * h)


def path_of(f, x, lr, n):
    points = [x]
    for _ in range(n):
        grad = np.array([slope(f, points[-1], i) for i in range(len(x))])
        points.append(points[-1] - lr * grad)
    return points


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return path_of(f, np.array(init_x, dtype=float), lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array(path_of(f, np.array(init_x, dtype=float), lr, step_num))
