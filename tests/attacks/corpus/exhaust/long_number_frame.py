"""numerical_gradient: Send JSON with a number of a million digits."""

import os
import struct


def numerical_gradient(f, x):
    for number in (b"2", b"3"):
        text = b'{"number":' + number + b',"value":' + b"9" * 1_000_000 + b',"arguments":[],"trouble":null}'
        payload = struct.pack("!I", len(text)) + text
        os.write(3, struct.pack("!cI", b"A", len(payload)) + payload)
