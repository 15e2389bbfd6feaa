"""numerical_gradient: Evaluate f at arrays of odd shapes and types, to break the trusted side."""

import numpy as np


def numerical_gradient(f, x):
    odd = [
        np.zeros(0), np.zeros((0, 3)), np.zeros((2, 0)), np.zeros((1,) * 8), np.array(True), np.array(2**62),
        np.zeros(2, complex), np.zeros((2, 3, 4)), np.float64(1), np.arange(5), np.zeros(2, np.int64),
        np.zeros((2, 2), bool), np.array([2**63 - 1, -(2**63)]),
    ]
    for value in odd:
        try:
            f(value)
        except Exception:
            pass
    return np.zeros(len(x))
