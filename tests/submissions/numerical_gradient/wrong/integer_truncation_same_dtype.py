"""expect: integer-truncation"""
import numpy as np


def partial(f, x, e, h=1e-5):
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


def numerical_gradient(f, x):
    x = np.asarray(x)
    values = [partial(f, x, e.reshape(x.shape)) for e in np.eye(x.size)]
    return np.reshape(values, x.shape).astype(x.dtype)  # same shape, same type
