"""numerical_gradient: Loop without end."""

def numerical_gradient(f, x):
    while True:
        pass
