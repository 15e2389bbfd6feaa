import numpy as np


def partial_derivative(f, x, i):
    """Five-point stencil."""
    h = 1e-3
    e = np.zeros_like(x)
    e[i] = h
    return (f(x - 2 * e) - 8 * f(x - e) + 8 * f(x + e) - f(x + 2 * e)) / (12 * h)


def descent_path(f, init_x, lr=0.01, step_num=100):
    columns = [[float(value)] for value in init_x]
    for _ in range(step_num):
        here = np.array([column[-1] for column in columns])
        grad = [partial_derivative(f, here, i) for i in range(here.size)]
        for column, slope in zip(columns, grad):
            column.append(column[-1] - lr * slope)
    return np.array(columns).T


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr=lr, step_num=step_num)[-1, :]
