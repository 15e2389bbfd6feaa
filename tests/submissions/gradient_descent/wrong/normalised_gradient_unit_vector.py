"""expect: normalised-gradient"""
import math

import numpy as np
from numerical_gradient import numerical_gradient


def unit(v):
    length = math.sqrt(sum(c * c for c in v))
    if length == 0:
        return np.zeros(len(v))
    return np.array([c / length for c in v])


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x -= lr * unit(numerical_gradient(f, x))
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    history = [x.copy()]
    for _ in range(step_num):
        x -= lr * unit(numerical_gradient(f, x))
        history.append(x.copy())
    return history
