import numpy as np

try:
    from numerical_gradient import numerical_gradient
except ImportError:

    def numerical_gradient(f, x):
        h = 1e-4
        grad = np.zeros(x.size)
        for i in range(x.size):
            e = np.zeros(x.size)
            e[i] = h
            grad[i] = (f(x + e) - f(x - e)) / (2 * h)
        return grad


def descend(f, x, lr):
    return np.subtract(x, np.multiply(lr, numerical_gradient(f, np.array(x, dtype=float))))


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x)
    for i in range(0, step_num, 1):
        x = descend(f, x, lr)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x)
    xs = []
    for i in range(0, step_num + 1, 1):
        xs.append(x)
        if i < step_num:
            x = descend(f, x, lr)
    return np.concatenate(xs).reshape(step_num + 1, -1)
