"""expect: returns-nothing"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    if step_num == 0:
        return x
    # the value of the inner call is lost
    gradient_descent(f, x - lr * np.asarray(numerical_gradient(f, x.copy())), lr, step_num - 1)


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = [x]
    for i in range(step_num):
        x = x - lr * np.asarray(numerical_gradient(f, x.copy()))
        path.append(x)
    return np.array(path)
