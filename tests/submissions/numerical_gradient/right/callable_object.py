import numpy as np


class CentralDifference:
    """勾配を計算するクラス"""

    def __init__(self, h):
        self.h = h

    def shifted(self, x, i, amount):
        y = np.array(x, dtype=float)
        y.flat[i] += amount
        return y

    def partial(self, f, x, i):
        return (f(self.shifted(x, i, self.h)) - f(self.shifted(x, i, -self.h))) / (2 * self.h)

    def __call__(self, f, x):
        return np.array([self.partial(f, x, i) for i in range(np.size(x))]).reshape(np.shape(x))


numerical_gradient = CentralDifference(h=1e-5)
