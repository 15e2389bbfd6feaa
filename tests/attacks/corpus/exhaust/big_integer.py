"""numerical_gradient: Return an integer of a hundred million digits."""

def numerical_gradient(f, x):
    return 1 << 300_000_000
