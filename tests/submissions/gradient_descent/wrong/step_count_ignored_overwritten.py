"""expect: step-count-ignored"""
import numpy as np


def gradient(f, x):
    step_h = 1e-4
    g = np.zeros(x.size)
    for i in range(x.size):
        a, b = x.copy(), x.copy()
        a[i] += step_h
        b[i] -= step_h
        g[i] = (f(a) - f(b)) / (2 * step_h)
    return g


def walk(f, x, lr, step_num):
    step_num = 50
    yield x
    for _ in range(step_num):
        x = x - lr * gradient(f, x)
        yield x


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return list(walk(f, init_x.astype(float), lr, step_num))[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array(list(walk(f, init_x.astype(float), lr, step_num)))
