"""numerical_gradient: Overflow the C stack."""

import sys

sys.setrecursionlimit(10**9)


def numerical_gradient(f, x):
    value = None
    for _ in range(10**6):
        value = (value,)
    return hash(value)
