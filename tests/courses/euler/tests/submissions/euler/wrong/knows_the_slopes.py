"""expect: none"""
import numpy as np


def euler_step(f, t, y, h):
    return y + h * f(t, y)


def euler(f, t0, y0, h, n):
    path = [y0]
    for k in range(n):
        path.append(path[-1] + h * np.array([1.0, 2.0]) * (t0 + k * h - path[-1]))
    return path
