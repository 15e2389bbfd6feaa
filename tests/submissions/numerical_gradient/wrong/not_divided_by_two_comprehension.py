"""expect: not-divided-by-two"""
import numpy as np


def numerical_gradient(f, x, delta=1e-3):
    steps = delta * np.eye(x.size)
    steps = steps.reshape((x.size,) + x.shape)
    return [f(x + s) / delta - f(x - s) / delta for s in steps] if x.ndim == 1 else np.array(
        [f(x + s) / delta - f(x - s) / delta for s in steps]
    ).reshape(x.shape)
