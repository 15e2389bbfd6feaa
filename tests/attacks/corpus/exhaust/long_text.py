"""numerical_gradient: Return a hundred megabytes of text."""

def numerical_gradient(f, x):
    return "A" * 10**8
