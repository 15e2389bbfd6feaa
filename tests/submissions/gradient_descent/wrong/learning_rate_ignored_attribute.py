"""expect: learning-rate-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


class SGD:
    lr = 0.1

    def update(self, x, grad):
        return x - self.lr * np.asarray(grad)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    optimizer = SGD()
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        x = optimizer.update(x, numerical_gradient(f, x))
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    optimizer = SGD()
    x = np.array(init_x, dtype=float)
    history = [x]
    for _ in range(step_num):
        x = optimizer.update(x, numerical_gradient(f, x))
        history.append(x)
    return np.array(history)
