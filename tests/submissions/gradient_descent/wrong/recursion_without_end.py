"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x - lr * np.asarray(numerical_gradient(f, init_x.astype(float)))
    return gradient_descent(f, x, lr, step_num)


def descent_path(f, init_x, lr=0.01, step_num=100):
    return [init_x] + descent_path(f, init_x, lr, step_num - 1)
