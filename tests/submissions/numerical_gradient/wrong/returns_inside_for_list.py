"""expect: returns-inside-loop"""
import numpy as np


def numerical_gradient(f, x):
    eps = 1e-5
    slopes = []
    for e in np.eye(x.size):
        e = e.reshape(x.shape)
        slopes.append((f(x + eps * e) - f(x - eps * e)) / (2 * eps))
        return np.array(slopes)
