import numpy as np


def numerical_gradient(f, x):
    """The step grows with the size of the component, so x = 1e6 is no problem either."""
    base = np.cbrt(np.finfo(float).eps)
    x = np.array(x, dtype=float)
    steps = base * np.maximum(1.0, np.abs(x))
    grad = np.full(x.shape, np.nan)
    for i in range(x.size):
        keep = x.flat[i]
        up = keep + steps.flat[i]
        down = keep - steps.flat[i]
        x.flat[i] = up
        f_up = f(x)
        x.flat[i] = down
        f_down = f(x)
        x.flat[i] = keep
        grad.flat[i] = (f_up - f_down) / (up - down)
    return grad
