import numpy as np

from numerical_gradient import numerical_gradient


def points(f, init_x, lr):
    """Every point of an endless walk, the start first."""
    x = np.array(init_x, dtype=float)
    while True:
        yield x
        x = x - lr * numerical_gradient(f, x.copy())


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    for k, x in enumerate(points(f, init_x, lr)):
        if k == step_num:
            return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array([x for x, _ in zip(points(f, init_x, lr), range(step_num + 1))])
