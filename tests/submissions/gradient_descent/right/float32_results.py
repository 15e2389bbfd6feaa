import numpy as np

from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(np.float64)
    for _ in range(step_num):
        x = x - lr * numerical_gradient(f, x.copy())
    return x.astype("float32")


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(np.float64)
    path = np.zeros((1 + step_num, x.size), dtype=np.float32)
    path[0, :] = x
    for i in range(1, step_num + 1):
        x = x - lr * numerical_gradient(f, x.copy())
        path[i, :] = x
    return path
