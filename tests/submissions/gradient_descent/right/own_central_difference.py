import numpy as np

# numerical_gradient.py がなくても動くように、自分で書いた


def grad(f, x, h=1e-4):
    g = np.zeros(len(x))
    for i in range(len(x)):
        a, b = np.array(x), np.array(x)
        a[i], b[i] = a[i] + h, b[i] - h
        g[i] = (f(a) - f(b)) / 2 / h
    return g


def descent_path(f, init_x, lr=0.01, step_num=100):
    xs = np.empty((step_num + 1, len(init_x)))
    xs[0] = init_x
    for k, row in enumerate(xs[:-1]):
        xs[k + 1] = row - lr * grad(f, row)
    return xs


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1].copy()
