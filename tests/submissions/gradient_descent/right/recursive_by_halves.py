import numpy as np


def gradient(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])


def walk(f, x, lr, n):
    """All points after x, n of them."""
    if n == 0:
        return []
    if n == 1:
        return [x - lr * gradient(f, x)]
    first = walk(f, x, lr, n // 2)
    return first + walk(f, first[-1], lr, n - n // 2)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=np.float64)
    return ([x] + walk(f, x, lr, step_num))[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=np.float64)
    return np.stack([x] + walk(f, x, lr, step_num))
