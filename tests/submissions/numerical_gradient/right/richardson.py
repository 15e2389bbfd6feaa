import numpy as np


def central(f, x, e, h):
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


def numerical_gradient(f, x):
    """Two central differences, combined so that the h**2 error cancels (Richardson)."""
    h = 2e-3
    grad = np.zeros(np.shape(x))
    for i in range(np.size(x)):
        e = np.zeros(np.shape(x))
        e.flat[i] = 1
        coarse = central(f, x, e, h)
        fine = central(f, x, e, h / 2)
        grad.flat[i] = (4 * fine - coarse) / 3
    return grad
