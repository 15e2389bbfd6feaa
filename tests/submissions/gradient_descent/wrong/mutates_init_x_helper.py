"""expect: mutates-init-x"""
import numpy as np
from numerical_gradient import numerical_gradient


def one_step(f, x, lr):
    x += -lr * np.asarray(numerical_gradient(f, x.copy()))


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(np.float64)
    for _ in range(step_num):
        one_step(f, x, lr)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(np.float64, copy=False)
    path = [x.tolist()]
    for _ in range(step_num):
        one_step(f, x, lr)
        path.append(x.tolist())
    return path
