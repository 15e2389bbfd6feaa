"""expect: none"""
import numpy as np


class Calculus:
    def numerical_gradient(f, x):
        x = np.array(x, dtype=float)
        sides = 1e-4 * np.eye(x.size).reshape(-1, *x.shape)
        return np.array([(f(x + s) - f(x - s)) / 2e-4 for s in sides]).reshape(x.shape)
