"""numerical_gradient: Return True."""

def numerical_gradient(f, x):
    return True
