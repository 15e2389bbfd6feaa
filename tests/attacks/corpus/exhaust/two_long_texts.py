"""numerical_gradient: Return texts that a diff would compare for minutes."""

def numerical_gradient(f, x):
    return "\n".join(f"{number % 7} {number}" for number in range(200_000))
