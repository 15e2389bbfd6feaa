"""numerical_gradient: Record what crosses the wire and play it again."""

import os

recorded = []
real_write = os.write


def write(descriptor, data):
    recorded.append((descriptor, bytes(data)))
    return real_write(descriptor, data)


os.write = write


def numerical_gradient(f, x):
    f(x)
    for descriptor, data in list(recorded):
        real_write(descriptor, data)
    return None
