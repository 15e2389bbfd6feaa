import numpy as np


def coarse(f, x, h):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(x.size)])


def slope(f, x):
    """A long step and half of it: what both get wrong cancels."""
    return (4 * coarse(f, x, 0.05) - coarse(f, x, 0.1)) / 3


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        path.append(path[-1] - lr * slope(f, path[-1]))
    return np.array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x = x - lr * slope(f, x)
    return x
