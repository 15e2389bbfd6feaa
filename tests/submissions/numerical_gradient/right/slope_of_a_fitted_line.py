import numpy as np


def numerical_gradient(f, x):
    # fit a cubic through seven points on each coordinate line, take its slope in the middle
    x = np.asarray(x)
    h = 1e-3
    t = np.arange(-3, 4)
    grad = []
    for e in np.identity(x.size):
        e = e.reshape(x.shape)
        values = [f(x + k * h * e) for k in t]
        grad.append(np.polyfit(t, values, 3)[2] / h)
    return np.asarray(grad).reshape(x.shape)
