from pylab import *
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [array(init_x, dtype=float)]
    for step in range(step_num):
        path.append(path[-1] - lr * numerical_gradient(f, path[-1]))
    return array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
