"""expect: backward-difference"""
import numpy as np


def slope(g, t):
    dt = 1e-4
    return (g(t) - g(t - dt)) / dt


def numerical_gradient(f, x):
    x = np.asarray(x)
    result = []
    for i in range(x.size):

        def g(t):
            point = np.array(x, dtype=float)
            point.flat[i] = t
            return f(point)

        result.append(slope(g, float(x.flat[i])))
    print(result)
    return np.array(result).reshape(x.shape)
