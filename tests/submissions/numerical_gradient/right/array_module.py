from array import array

import numpy as np


def row(f, x, start, stop, h=1e-4):
    out = array("d")
    for i in range(start, stop):
        a = x.astype("d")
        a.flat[i] += h
        b = x.astype("d")
        b.flat[i] -= h
        out.append((f(a) - f(b)) / (2 * h))
    return out


def numerical_gradient(f, x):
    # an array from the standard library; a list of such rows when x is a table
    x = np.asarray(x)
    if x.ndim == 1:
        return row(f, x, 0, x.size)
    if x.ndim == 2:
        width = x.shape[1]
        return [row(f, x, r * width, (r + 1) * width) for r in range(x.shape[0])]
    return np.array(row(f, x, 0, x.size)).reshape(x.shape)
