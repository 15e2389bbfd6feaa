import numpy as np


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    h = 1e-4
    central, forward = np.zeros_like(x), np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        central[i] = (f(up) - f(down)) / (2 * h)
        forward[i] = (f(up) - f(x)) / h
    print("they differ by", np.abs(central - forward).max(), "; far away f is", f(x + 10))
    return central
