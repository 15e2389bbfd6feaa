import itertools

import numpy as np


def partials(f, x, h):
    for idx in itertools.product(*(range(n) for n in x.shape)):
        step = np.zeros(x.shape)
        step[idx] = h
        yield (f(x + step) - f(x - step)) / (h + h)


def numerical_gradient(f, x):
    x = np.asarray(x)
    return np.fromiter(partials(f, x, 1e-6), dtype=float, count=x.size).reshape(x.shape)
