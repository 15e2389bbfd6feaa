"""expect: returns-nothing"""
import numpy as np

grad = None


def numerical_gradient(f, x):
    global grad
    h = 1e-5
    y = x.astype(float)
    grad = np.zeros(x.shape)
    for i in range(x.size):
        tmp = y.flat[i]
        y.flat[i] = tmp + h
        a = f(y)
        y.flat[i] = tmp - h
        b = f(y)
        y.flat[i] = tmp
        grad.flat[i] = (a - b) / (2 * h)
