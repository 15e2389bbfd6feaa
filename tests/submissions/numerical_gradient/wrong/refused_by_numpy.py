"""expect: integer-truncation"""
import numpy as np


def numerical_gradient(f, x, h=1e-4):
    """各成分を前後に動かして中心差分を計算する"""
    x = np.asarray(x)
    grad = []
    for e in np.eye(x.size):
        step = (h * e).reshape(x.shape)
        x += step
        front = f(x)
        x -= 2 * step
        back = f(x)
        x += step
        grad.append((front - back) / (2 * h))
    return np.array(grad).reshape(x.shape)
