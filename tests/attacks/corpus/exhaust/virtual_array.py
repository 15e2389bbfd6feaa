"""numerical_gradient: Return an array that is huge in shape and tiny in memory."""

import numpy as np


def numerical_gradient(f, x):
    return np.broadcast_to(np.float64(0), (10**6, 10**6))
