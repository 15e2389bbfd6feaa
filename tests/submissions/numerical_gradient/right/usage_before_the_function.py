import sys

import numpy as np

if len(sys.argv) != 2:
    print("usage: python numerical_gradient.py POINT")
    sys.exit(2)


def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    slopes = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        unit = np.zeros(x.shape)
        unit[place] = 1e-4
        slopes[place] = (f(x + unit) - f(x - unit)) / 2e-4
    return slopes


print(numerical_gradient(lambda p: p[0] ** 2, [float(sys.argv[1])]))
