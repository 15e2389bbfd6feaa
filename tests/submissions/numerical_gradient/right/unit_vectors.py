import numpy as np


def numerical_gradient(f, x):
    """Central difference along every unit vector."""
    x = np.asarray(x)
    h = 1e-5
    slopes = [
        (f(x + h * e.reshape(x.shape)) - f(x - h * e.reshape(x.shape))) / (2 * h)
        for e in np.eye(x.size)
    ]
    return np.array(slopes).reshape(x.shape)
