"""expect: learning-rate-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient

LEARNING_RATE = 0.1


def one_step(f, x):
    g = numerical_gradient(f, x)
    return np.array([a - LEARNING_RATE * b for a, b in zip(x, g)])


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = [float(v) for v in init_x]
    for _ in range(step_num):
        x = one_step(f, np.array(x))
    return np.array(x)


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array([float(v) for v in init_x])]
    for _ in range(step_num):
        path.append(one_step(f, path[-1]))
    return np.array(path)
