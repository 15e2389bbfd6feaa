import numpy as np


def numerical_gradient(f, x):
    """(forward difference + backward difference) / 2 is the central difference."""
    x = np.asarray(x)
    h = 1e-4
    here = f(x.astype(float))
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = 1.0
        forward = (f(x + h * e) - here) / h
        backward = (here - f(x - h * e)) / h
        grad[idx] = (forward + backward) / 2
    return grad
