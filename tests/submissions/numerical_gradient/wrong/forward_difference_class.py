"""expect: forward-difference"""
import numpy as np


class Bibun:
    def __init__(self, f, h=0.00001):
        self.f = f
        self.h = h

    def henbibun(self, x, i):
        """x の i 番目だけ h 動かす"""
        x2 = x.astype(float)
        x2.flat[i] = x2.flat[i] + self.h
        return (self.f(x2) - self.f(x.astype(float))) / self.h

    def koubai(self, x):
        g = np.zeros(x.shape)
        for i in range(x.size):
            g.flat[i] = self.henbibun(x, i)
        return g


def numerical_gradient(f, x):
    x = np.asarray(x)
    b = Bibun(f)
    return b.koubai(x)
