import numpy as np

from numerical_gradient import numerical_gradient


def _run(f, init_x, lr, step_num):
    x = np.array(init_x, dtype=float)
    x_history = [x.copy()]
    for _ in range(step_num):
        dx = -lr * np.array(numerical_gradient(f, x))
        x += dx
        x_history += [x.copy()]
    return x, np.array(x_history)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x, _ = _run(f, init_x, lr, step_num)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    _, x_history = _run(f, init_x, lr, step_num)
    return x_history
