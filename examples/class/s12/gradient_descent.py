import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    for i in range(step_num):
        x = x - lr * numerical_gradient(f, x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [init_x.astype(float)]
    for i in range(step_num):
        path.append(path[-1] - lr * numerical_gradient(f, path[-1]))
    return np.array(path)
