"""expect: mutates-init-x, integer-truncation"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x
    for i in range(step_num):
        grad = numerical_gradient(f, np.array(x, dtype=float))
        for j in range(x.size):
            x[j] = x[j] - lr * grad[j]
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [init_x.copy()]
    for i in range(step_num):
        path.append(gradient_descent(f, path[-1].copy(), lr, 1))
    return np.array(path)
