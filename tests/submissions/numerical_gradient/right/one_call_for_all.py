import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, float)
    n = x.size
    E = np.eye(n).reshape(n, *x.shape)
    E = np.moveaxis(E, 0, -1)
    plus = f(x[..., None] + h * E)
    minus = f(x[..., None] - h * E)
    return ((plus - minus) / (2 * h)).reshape(x.shape)
