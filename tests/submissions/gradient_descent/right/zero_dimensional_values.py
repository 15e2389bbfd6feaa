import numpy as np
from numerical_gradient import numerical_gradient as gradient


def separate(x):
    """The components as a list of 0-d arrays."""
    return [np.array(component) for component in x]


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[step_num]


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [separate(np.array(init_x, dtype=float))]
    for step in range(step_num):
        here = path[step]
        slopes = gradient(f, np.array(here))
        path.append([np.array(a - lr * s) for a, s in zip(here, slopes)])
    return path
