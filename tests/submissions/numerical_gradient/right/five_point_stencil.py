import numpy as np

# 5点公式: f'(x) = (f(x-2h) - 8f(x-h) + 8f(x+h) - f(x+2h)) / 12h


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-3
    grad = np.zeros(x.shape, dtype=np.float64)
    for idx in np.ndindex(x.shape):
        def at(t):
            y = np.array(x, dtype=np.float64)
            y[idx] = y[idx] + t
            return f(y)
        grad[idx] = (at(-2 * h) - 8 * at(-h) + 8 * at(h) - at(2 * h)) / (12 * h)
    return grad
