"""expect: x-not-restored"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    moto = x.copy()  # もとの値をとっておく
    x = np.asarray(x, dtype=float)
    grad = []
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        x[idx] = x[idx] + h
        f1 = f(x)
        print("f(x+h) =", f1)
        x[idx] = x[idx] - 2 * h
        f2 = f(x)
        print("f(x-h) =", f2)
        grad.append((f1 - f2) / (2 * h))
        it.iternext()
    x[...] = moto  # 元に戻す
    return np.array(grad).reshape(x.shape)
