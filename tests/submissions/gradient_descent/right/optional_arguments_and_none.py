import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=None, step_num=None, callback=None, *, verbose=False):
    lr = 0.01 if lr is None else lr
    step_num = 100 if step_num is None else step_num
    x = np.array(init_x, dtype=np.float64)
    for i in range(step_num):
        g = numerical_gradient(f, x)
        x -= lr * g
        if callback:
            callback(x.copy())
        if verbose:
            print(i, x)
    return x


def descent_path(f, init_x, lr=None, step_num=None):
    points = [np.array(init_x, dtype=np.float64)]
    end = gradient_descent(f, init_x, lr, step_num, callback=points.append)
    assert np.array_equal(end, points[-1])
    return np.array(points)
