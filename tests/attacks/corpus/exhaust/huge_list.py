"""numerical_gradient: Return ten million numbers in a list."""

def numerical_gradient(f, x):
    return [0.0] * 10**7
