"""expect: integer-truncation"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy()
    for _ in range(step_num):
        grad = numerical_gradient(f, x.astype(float))
        for i in range(len(x)):
            x[i] -= lr * grad[i]
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy()
    path = [x.copy()]
    for _ in range(step_num):
        grad = numerical_gradient(f, x.astype(float))
        for i in range(len(x)):
            x[i] -= lr * grad[i]
        path.append(x.copy())
    return np.array(path)
