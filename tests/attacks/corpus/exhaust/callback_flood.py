"""numerical_gradient: Evaluate f without end."""

def numerical_gradient(f, x):
    while True:
        f(x)
