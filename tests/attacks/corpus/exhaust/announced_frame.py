"""numerical_gradient: Announce a frame of four gigabytes and say nothing more."""

import os
import struct
import time


def numerical_gradient(f, x):
    os.write(3, struct.pack("!cI", b"A", 2**32 - 1))
    time.sleep(3600)
