"""numerical_gradient: Return an object that runs code where it is unpickled."""

import os


class Reduces:
    def __reduce__(self):
        return os.system, ("touch /tmp/course/pickled",)


def numerical_gradient(f, x):
    return Reduces()
