from functools import reduce
from itertools import accumulate, repeat

import numpy as np
import numerical_gradient as exercise1


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    start = np.array(init_x, dtype=float)
    return reduce(lambda x, _: x - lr * exercise1.numerical_gradient(f, x), range(step_num), start)


def descent_path(f, init_x, lr=0.01, step_num=100):
    start = np.array(init_x, dtype=float)
    steps = accumulate(
        repeat(None, step_num),
        lambda x, _: x - lr * exercise1.numerical_gradient(f, x),
        initial=start,
    )
    return np.array([*steps])
