import numpy as np

from numerical_gradient import *


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = init_x.reshape(1, -1)
    count = 0
    while count < step_num:
        last = path[-1].astype(float)
        path = np.append(path, [last - lr * np.asarray(numerical_gradient(f, last.copy()))], axis=0)
        count = count + 1
    return path


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    path = descent_path(f, init_x, lr, step_num)
    return path[step_num, :]
