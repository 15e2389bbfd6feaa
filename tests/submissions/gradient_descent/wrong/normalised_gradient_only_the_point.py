"""expect: normalised-gradient"""
import numpy as np


def gradient(f, x, h=1e-4):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.identity(x.size)])


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    for step in range(step_num):
        g = gradient(f, x)
        nagasa = np.sqrt(np.sum(g ** 2))
        if nagasa > 0:
            x = x - lr * g / nagasa
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    xs = np.zeros((step_num + 1, init_x.size))
    xs[0] = init_x
    for step in range(step_num):
        xs[step + 1] = xs[step] - lr * gradient(f, xs[step])
    return xs
