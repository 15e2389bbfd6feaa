# f works on a whole (2, n) array of points at once, so two calls are enough for a plane.
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = np.asarray(x, dtype=np.float64)
    if x.shape == (2,):
        steps = h * np.eye(2)
        difference = np.asarray(f(x[:, None] + steps)) - np.asarray(f(x[:, None] - steps))
        if difference.shape == (2,):
            return difference / (2 * h)
    grad = np.zeros(x.shape)
    for i in range(x.size):
        step = np.zeros(x.size)
        step[i] = h
        step = step.reshape(x.shape)
        grad.flat[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
