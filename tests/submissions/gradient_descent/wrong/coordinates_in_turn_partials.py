"""expect: coordinates-updated-in-turn"""
import numpy as np


def partial(f, x, e, h=1e-4):
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = [x]
    for _ in range(step_num):
        for e in np.eye(x.size):
            x = x - lr * partial(f, x, e) * e
        path.append(x)
    return np.array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
