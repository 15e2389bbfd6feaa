"""numerical_gradient: Read from address zero."""

import ctypes


def numerical_gradient(f, x):
    return ctypes.string_at(0)
