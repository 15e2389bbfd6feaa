"""expect: backward-difference"""
import numpy as np


def derivative(g, t):
    dt = 0.001
    return (g(t) - g(t - dt)) / dt


def numerical_gradient(f, x):
    x = np.asarray(x, dtype=float)
    result = x.copy()
    for i in np.ndindex(*x.shape):
        def g(t, i=i):
            y = x.copy()
            y[i] = t
            return f(y)
        result[i] = derivative(g, x[i])
    return result
