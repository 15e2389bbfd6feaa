"""numerical_gradient: Raise an exception that sleeps when it is told."""

import time


class Slow(Exception):
    def __str__(self):
        time.sleep(3600)

    __repr__ = __str__


def numerical_gradient(f, x):
    raise Slow
