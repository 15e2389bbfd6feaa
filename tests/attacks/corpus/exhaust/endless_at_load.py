"""numerical_gradient: Loop without end at the file's top level."""

while True:
    pass
