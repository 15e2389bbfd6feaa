"""numerical_gradient: Raise an exception with a message of a hundred megabytes."""

def numerical_gradient(f, x):
    raise ValueError("A" * 10**8)
