"""numerical_gradient: Leave a file in a temporary folder."""

import tempfile

with tempfile.NamedTemporaryFile(delete=False) as stream:
    stream.write(b"left")
print("ESCAPED", stream.name)
