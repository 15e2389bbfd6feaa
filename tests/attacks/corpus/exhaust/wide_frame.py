"""numerical_gradient: Send JSON with ten million empty lists."""

import os
import struct


def numerical_gradient(f, x):
    text = b'{"value":[' + b"[]," * 10_000_000 + b"[]]}"
    payload = struct.pack("!I", len(text)) + text
    rest = memoryview(struct.pack("!cI", b"A", len(payload)) + payload)
    while rest:
        rest = rest[os.write(3, rest) :]
