"""expect: one-step-too-many"""
import itertools

import numpy as np
import numerical_gradient as ng


def walk(f, x, lr, step_num):
    yield x
    for n in itertools.count():
        x = x - lr * np.asarray(ng.numerical_gradient(f, x.copy()))
        yield x
        if n == step_num:
            break


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    *_, last = walk(f, np.array(init_x, dtype=float), lr, step_num)
    return last


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array(list(walk(f, np.array(init_x, dtype=float), lr, step_num)))
