"""expect: sign-reversed"""
import numpy as np


def numerical_gradient(f, x):
    # 下る方向を返す
    point = np.array(x) * 1.0
    h = 1e-4

    def slopes():
        for k in range(point.size):
            keep = point.flat[k]
            point.flat[k] = keep + h
            up = f(point)
            point.flat[k] = keep - h
            down = f(point)
            point.flat[k] = keep
            yield -(up - down) / (2 * h)

    return np.fromiter(slopes(), float).reshape(point.shape)
