from functools import reduce
from itertools import accumulate, repeat

import numpy as np

from numerical_gradient import numerical_gradient


def step(f, lr):
    return lambda x, _: x - lr * np.asarray(numerical_gradient(f, x.copy()))


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return reduce(step(f, lr), range(step_num), np.asarray(init_x, dtype=float).copy())


def descent_path(f, init_x, lr=0.01, step_num=100):
    start = np.asarray(init_x, dtype=float).copy()
    return np.array(list(accumulate(repeat(None, step_num), step(f, lr), initial=start)))
