"""expect: step-too-small"""
import numpy as np


class NumericalGradient:
    H = 1e-13

    def __init__(self, f):
        self.f = f

    def at(self, x):
        for idx in np.ndindex(x.shape):
            yield self.partial(x, idx)

    def partial(self, x, idx):
        e = np.zeros(x.shape)
        e[idx] = self.H
        return (self.f(x + e) - self.f(x - e)) / (2 * self.H)


def numerical_gradient(f, x):
    x = np.asarray(x)
    return np.array(list(NumericalGradient(f).at(x))).reshape(x.shape)
