import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-4
    result = np.zeros(x.shape)
    for i in range(x.size):
        a = x.astype(float).flatten()
        b = x.astype(float).flatten()
        a[i] += h
        b[i] -= h
        result.flat[i] = (f(a.reshape(x.shape)) - f(b.reshape(x.shape))) / 2 / h
    return result.tolist()
