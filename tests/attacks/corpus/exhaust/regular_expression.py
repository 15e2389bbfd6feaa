"""numerical_gradient: Match a pattern that takes exponential time, in C."""

import re


def numerical_gradient(f, x):
    return re.match(r"(a+)+$", "a" * 60 + "b")
