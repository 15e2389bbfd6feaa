"""expect: returns-inside-loop"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x + 0.0
    n = 0
    while n < step_num:
        x = x - lr * np.asarray(numerical_gradient(f, x.copy()))
        n = n + 1
        print(n, x)

        return x
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    xs = [init_x + 0.0]
    for n in range(step_num):
        xs.append(xs[n] - lr * np.asarray(numerical_gradient(f, xs[n].copy())))
    return np.array(xs)
