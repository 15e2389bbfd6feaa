"""expect: aliased-path"""
import numpy as np


def henbibun(f, x, i):
    h = 1e-4
    e = np.zeros(len(x))
    e[i] = h
    return (f(np.array(x) + e) - f(np.array(x) - e)) / (2 * h)


def susumu(f, x, lr):
    grad = [henbibun(f, x, i) for i in range(len(x))]
    for i in range(len(x)):
        x[i] = x[i] - lr * grad[i]


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = [float(v) for v in init_x]
    for _ in range(step_num):
        susumu(f, x, lr)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = [float(v) for v in init_x]
    path = [x] * (step_num + 1)
    for k in range(step_num):
        susumu(f, path[k + 1], lr)
    return path
