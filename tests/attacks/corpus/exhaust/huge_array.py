"""numerical_gradient: Return an array of a hundred million numbers."""

import numpy as np


def numerical_gradient(f, x):
    return np.zeros(10**8)
