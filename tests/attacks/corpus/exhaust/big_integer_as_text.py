"""numerical_gradient: Raise with an integer whose text takes minutes."""

import sys

sys.set_int_max_str_digits(0)


def numerical_gradient(f, x):
    raise ValueError(7**10_000_000)
