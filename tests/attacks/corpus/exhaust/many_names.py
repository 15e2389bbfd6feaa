"""numerical_gradient: Define a million functions."""

for number in range(1_000_000):
    globals()[f"function_{number}"] = print


def numerical_gradient(f, x):
    return None
