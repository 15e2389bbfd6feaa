"""expect: returns-nothing"""
import numpy as np

central = lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / (2 * h)


def numerical_gradient(f, x, h=1e-4):
    return print([central(f, x, e.reshape(x.shape), h) for e in np.eye(x.size)])
