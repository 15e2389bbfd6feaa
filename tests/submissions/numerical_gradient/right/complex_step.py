import numpy as np


def numerical_gradient(f, x):
    # 複素数の刻み: 引き算がないので桁落ちしない
    x = np.asarray(x, dtype=complex)
    h = 1e-20
    grad = np.empty(x.shape)
    for i in np.ndindex(x.shape):
        z = x.copy()
        z[i] += 1j * h
        grad[i] = np.imag(f(z)) / h
    return grad
