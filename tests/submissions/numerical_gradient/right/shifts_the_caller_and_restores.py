import numpy as np

h = 0.0001


def numerical_gradient(f, x):
    # work on x itself if it can hold fractions, on a copy if it cannot
    x = np.asarray(x)
    if x.dtype != np.float64:
        x = x.astype(np.float64)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(*x.shape):
        tmp_val = x[idx]
        x[idx] = tmp_val + h
        upper = f(x)
        x[idx] = tmp_val - h
        lower = f(x)
        x[idx] = tmp_val
        grad[idx] = (upper - lower) / (2 * h)
    return grad
