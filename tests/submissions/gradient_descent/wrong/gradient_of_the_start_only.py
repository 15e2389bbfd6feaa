"""expect: gradient-computed-once"""
import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    grad = numerical_gradient(f, x)
    path = [x]
    for i in range(step_num):
        x = x - lr * grad
        path.append(x)
    return np.array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
