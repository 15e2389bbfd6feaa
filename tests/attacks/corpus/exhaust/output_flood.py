"""numerical_gradient: Print without end."""

def numerical_gradient(f, x):
    while True:
        print("flood" * 1000)
