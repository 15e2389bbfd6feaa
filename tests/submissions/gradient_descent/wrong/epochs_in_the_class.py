"""expect: step-count-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


class Optimizer:
    epochs = 50

    def __init__(self, lr):
        self.lr = lr
        self.history = []

    def fit(self, f, x):
        self.history.append(x)
        for epoch in range(self.epochs):
            x = x - self.lr * np.array(numerical_gradient(f, x))
            self.history.append(x)
        return x


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    opt = Optimizer(lr)
    return opt.fit(f, np.array(init_x, dtype=float))


def descent_path(f, init_x, lr=0.01, step_num=100):
    opt = Optimizer(lr)
    opt.fit(f, np.array(init_x, dtype=float))
    return np.array(opt.history)
