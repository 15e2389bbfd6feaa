"""expect: integer-truncation"""
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    h = 1e-4
    if x.dtype == np.float32:
        x = np.float64(x)  # 桁が足りないので
    grad = np.zeros(x.shape, dtype=float)

    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        tmp_val = x[idx]
        x[idx] = float(tmp_val) + h
        fxh1 = f(x)
        x[idx] = float(tmp_val) - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
        it.iternext()

    return grad
