"""numerical_gradient: Ask for values and never read them."""

import os
import struct

import numpy as np


def numerical_gradient(f, x):
    points = np.ones((2, 50_000))
    block = bytes([0]) + struct.pack("!cB2I", b"d", 2, *points.shape) + points.tobytes()
    while True:
        rest = memoryview(struct.pack("!cI", b"f", len(block)) + block)
        while rest:
            rest = rest[os.write(3, rest) :]
