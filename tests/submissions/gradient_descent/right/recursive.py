import sys

import numpy as np

from numerical_gradient import numerical_gradient

sys.setrecursionlimit(10000)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    """Recursive: the end is one step after the end of a walk that is one step shorter."""
    if step_num == 0:
        return np.array(init_x, dtype=float)
    x = gradient_descent(f, init_x, lr, step_num - 1)
    return x - lr * np.asarray(numerical_gradient(f, x.copy()))


def descent_path(f, init_x, lr=0.01, step_num=100):
    if step_num == 0:
        return [np.array(init_x, dtype=float)]
    path = descent_path(f, init_x, lr, step_num - 1)
    return path + [gradient_descent(f, path[-1], lr, 1)]
