"""expect: returns-inside-loop"""
import numpy as np


class Gradient(object):
    step = 1e-4

    def __init__(self, f, x):
        self.f = f
        self.x = np.array(x, dtype="float64")
        self.values = np.zeros(self.x.shape)

    def compute(self):
        for k in range(self.x.size):
            a, b = self.x.copy(), self.x.copy()
            a.flat[k] += self.step
            b.flat[k] -= self.step
            self.values.flat[k] = (self.f(a) - self.f(b)) / (2 * self.step)
            print("component", k, "done")
            return self.values


def numerical_gradient(f, x):
    return Gradient(f, x).compute()
