"""expect: step-too-small"""
import numpy as np


def numerical_gradient(f, x, h=1e-15):
    partials = []
    for e in np.eye(x.size):
        e = e.reshape(x.shape)
        partials.append((f(x + h * e) - f(x - h * e)) / (2 * h))
    return np.array(partials).reshape(x.shape)
