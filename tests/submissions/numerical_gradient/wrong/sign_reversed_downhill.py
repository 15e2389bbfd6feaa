"""expect: sign-reversed"""
import numpy as np


# the direction in which f gets smaller
def numerical_gradient(f, x, h=1e-6):
    def d(e):
        return (f(x + h * e) - f(x - h * e)) / (2 * h)

    return tuple(-d(e) for e in np.eye(x.size)) if x.ndim == 1 else -np.array(
        [d(e.reshape(x.shape)) for e in np.eye(x.size)]
    ).reshape(x.shape)
