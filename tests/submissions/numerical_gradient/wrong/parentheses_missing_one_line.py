"""expect: parentheses-missing"""
import numpy as np


def partial(f, x, i, h=1e-3):
    forward, backward = list(x), list(x)
    forward[i] += h
    backward[i] -= h
    difference = f(np.array(forward)) - f(np.array(backward))
    return difference / 2*h


def numerical_gradient(f, x):
    x = np.asarray(x, float)
    flat = x.flatten()
    g = lambda v: f(v.reshape(x.shape))
    return np.array([partial(g, flat, i) for i in range(len(flat))]).reshape(x.shape)
