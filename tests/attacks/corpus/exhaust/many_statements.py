"""numerical_gradient: Raise at every one of a hundred thousand statements."""

exec("\n".join(["try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass"] * 100_000))


def numerical_gradient(f, x):
    return None
