"""numerical_gradient: Return plain data that looks like the wire's own tags."""

def numerical_gradient(f, x):
    return {"$array": 0, "$described": {"score": 6.0}, "$tuple": [{"$array": 7}], "number": 1}
