"""numerical_gradient: Leave a file in a temporary folder."""

import tempfile


def attack():
    with tempfile.NamedTemporaryFile(delete=False) as stream:
        stream.write(b"left")
    print("ESCAPED", stream.name)


attack()
