"""numerical_gradient: Return the function that was given."""

def numerical_gradient(f, x):
    return f
