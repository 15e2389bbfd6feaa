"""numerical_gradient: Return complex numbers, which have no order."""

import numpy as np


def numerical_gradient(f, x):
    return np.full(np.shape(x), complex(np.nan, 1))
