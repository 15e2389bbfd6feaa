"""numerical_gradient: Return np.ma.masked itself."""

import numpy as np


def numerical_gradient(f, x):
    return np.ma.masked
