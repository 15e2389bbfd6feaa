import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.zeros(init_x.shape)
    x[:] = init_x
    for i in range(step_num):
        grad = numerical_gradient(f, x)  # whole gradient first
        for j in range(len(x)):
            x[j] -= lr * grad[j]
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = np.tile(np.array(init_x, dtype=float), (step_num + 1, 1))
    for i in range(step_num):
        grad = numerical_gradient(f, path[i].copy())
        for j in range(path.shape[1]):
            path[i + 1][j] = path[i][j] - lr * grad[j]
    return path
