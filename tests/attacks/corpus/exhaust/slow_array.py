"""numerical_gradient: Return an object that sleeps when it is made an array."""

import time


class Slow:
    def __array__(self, dtype=None, copy=None):
        time.sleep(3600)


def numerical_gradient(f, x):
    return Slow()
