import numpy as np

h = 1e-4  # グローバル変数


def numerical_gradient(f, x):
    x = x.astype(np.float64) if hasattr(x, "astype") else np.array(x, dtype=np.float64)
    shape = x.shape
    x = x.reshape(-1)
    grad = np.zeros_like(x)
    n = 0
    while True:
        if n == len(x):
            break
        tmp_val = x[n]
        x[n] = float(tmp_val) + h
        fxh1 = f(x.reshape(shape))
        print("f(x+h) =", fxh1)
        x[n] = float(tmp_val) - h
        fxh2 = f(x.reshape(shape))
        print("f(x-h) =", fxh2)
        grad[n] = (fxh1 - fxh2) / (2 * h)
        x[n] = tmp_val
        n += 1
    print("grad:", grad)
    return grad.reshape(shape)
