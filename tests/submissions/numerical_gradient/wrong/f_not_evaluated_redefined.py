"""expect: f-not-evaluated"""
import numpy as np


class Paraboloid:
    def __call__(self, x):
        return (x * x).sum()


def numerical_gradient(f, x):
    f = Paraboloid()
    h = 1e-5
    steps = [h * e.reshape(x.shape) for e in np.identity(x.size)]
    return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in steps]).reshape(x.shape)
