"""Names and shapes, and no mathematics: what it earns, everyone may have."""

import numpy as np


def numerical_gradient(f, x):
    return np.zeros(np.shape(x))
