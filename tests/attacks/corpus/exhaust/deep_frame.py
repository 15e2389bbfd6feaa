"""numerical_gradient: Send JSON that is nested a million deep."""

import os
import struct


def numerical_gradient(f, x):
    text = b'{"value":' + b"[" * 1_000_000
    payload = struct.pack("!I", len(text)) + text
    os.write(3, struct.pack("!cI", b"A", len(payload)) + payload)
