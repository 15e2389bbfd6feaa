import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-4
    x = x.astype(np.float64)  # the difference needs all 16 digits, the answer does not
    grad = np.zeros(x.shape, dtype=np.float32)
    it = np.nditer(grad, flags=["multi_index"])
    for _ in it:
        p = x.copy()
        p[it.multi_index] += h
        q = x.copy()
        q[it.multi_index] -= h
        grad[it.multi_index] = (f(p) - f(q)) / (2 * h)
    return grad
