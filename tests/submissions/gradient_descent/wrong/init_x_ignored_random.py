"""expect: init-x-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.random.uniform(-3, 3, size=init_x.shape)
    path = [x]
    for _ in range(step_num):
        x = x - lr * np.asarray(numerical_gradient(f, x.copy()))
        path.append(x)
    return np.array(path)
