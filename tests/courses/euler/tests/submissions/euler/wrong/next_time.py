"""expect: f-at-the-next-time"""
import numpy as np


def euler_step(f, t, y, h):
    return y + h * f(t + h, y)


def euler(f, t0, y0, h, n):
    path = [y0]
    for k in range(n):
        path.append(euler_step(f, t0 + k * h, path[-1], h))
    return np.array(path)
