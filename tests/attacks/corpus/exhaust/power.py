"""numerical_gradient: Compute a power that takes hours, in C."""

def numerical_gradient(f, x):
    return 3 ** (3**20)
