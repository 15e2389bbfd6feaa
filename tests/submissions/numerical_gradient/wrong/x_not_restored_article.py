"""expect: x-not-restored"""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-4
    if x.dtype != float:
        x = x.astype(float)
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        tmp_val = x[idx]

        # f(x+h)
        x[idx] = tmp_val + h
        fxh1 = f(x)

        # f(x-h)
        x[idx] = tmp_val - h
        fxh2 = f(x)

        grad[idx] = (fxh1 - fxh2) / (2 * h)

    return grad
