"""expect: none"""


def numerical_gradient(f, x):
    h = 1e-4
    grad = numerical_gradient(f, x + h) - numerical_gradient(f, x - h)
    return grad / (2 * h)
