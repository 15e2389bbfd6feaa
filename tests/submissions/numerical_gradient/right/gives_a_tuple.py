import numpy as np


def as_tuple(values):
    if values.ndim == 0:
        return float(values)
    return tuple(as_tuple(v) for v in values)


def numerical_gradient(f, x, eps=1e-5):
    x = np.asarray(x)
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        d = np.zeros(x.shape)
        d[k] = eps
        grad[k] = (f(x + d) - f(x - d)) / (2 * eps)
    return as_tuple(grad)
