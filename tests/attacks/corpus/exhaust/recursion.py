"""numerical_gradient: Recur without end, with the limit lifted."""

import sys

sys.setrecursionlimit(10**9)


def numerical_gradient(f, x):
    return numerical_gradient(f, x)
