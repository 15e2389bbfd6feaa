from numerical_gradient import numerical_gradient
import numpy as np


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    n = len(init_x)
    x = [0.0] * n
    for j in range(n):
        x[j] = float(init_x[j])
    count = 0
    while count < step_num:
        g = numerical_gradient(f, np.array(x))
        for j in range(n):
            x[j] -= lr * g[j]
        count += 1
    return tuple(x)


def descent_path(f, init_x, lr=0.01, step_num=100):
    return [gradient_descent(f, init_x, lr, k) for k in range(step_num + 1)]
