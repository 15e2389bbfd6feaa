"""expect: returns-inside-loop"""
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(np.shape(x))
    p = np.array(x, dtype=float)
    with np.nditer(p, flags=["multi_index"]) as it:
        for value in it:
            v = float(value)
            i = it.multi_index
            p[i] = v + h
            f1 = f(p)
            p[i] = v - h
            f2 = f(p)
            p[i] = v
            grad[i] = (f1 - f2) / (2 * h)
            print("grad", grad)
            return grad
