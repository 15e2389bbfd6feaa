"""numerical_gradient: Raise an exception with a hundred thousand causes."""

def numerical_gradient(f, x):
    fault = None
    for _ in range(100_000):
        new = ValueError("again")
        new.__cause__ = fault
        fault = new
    raise fault
