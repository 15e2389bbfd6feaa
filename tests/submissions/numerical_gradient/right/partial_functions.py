from functools import partial

import numpy as np


def derivative(g, t):
    """Derivative of a function of one variable."""
    h = 1e-4
    return (g(t + h) - g(t - h)) / (2 * h)


def along(f, x, idx, t):
    """f with every component of x fixed but one."""
    y = np.array(x, dtype=np.float64)
    y[idx] = t
    return f(y)


def numerical_gradient(f, x):
    x = np.asarray(x)
    grad = np.zeros(x.shape)
    for idx, value in np.ndenumerate(x):
        grad[idx] = derivative(partial(along, f, x, idx), float(value))
    return grad
