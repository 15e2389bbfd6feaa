import numpy as np
from numerical_gradient import numerical_gradient


def next_point(f, p, lr):
    grad = numerical_gradient(f, np.array(p))
    return tuple(float(a - lr * g) for a, g in zip(p, grad))


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    p = tuple(map(float, init_x))
    for _ in range(step_num):
        p = next_point(f, p, lr)
    return p


def descent_path(f, init_x, lr=0.01, step_num=100):
    p = tuple(map(float, init_x))
    path = (p,)
    for _ in range(step_num):
        p = next_point(f, p, lr)
        path += (p,)
    return path
