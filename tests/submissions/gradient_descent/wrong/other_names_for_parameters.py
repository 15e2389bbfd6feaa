"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, start, learning_rate=0.01, epochs=100):
    path = [np.array(start, dtype=float)]
    for _ in range(epochs):
        path.append(path[-1] - learning_rate * numerical_gradient(f, path[-1]))
    return np.array(path)


def gradient_descent(f, start, learning_rate=0.01, epochs=100):
    return descent_path(f, start, learning_rate, epochs)[-1]
