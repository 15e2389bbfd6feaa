import numpy as np

import numerical_gradient as ng


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = np.empty((step_num + 1, len(init_x)))
    path[0] = init_x
    for k in range(step_num):
        path[k + 1] = path[k] - lr * np.asarray(ng.numerical_gradient(f, path[k].copy()))
    return path
