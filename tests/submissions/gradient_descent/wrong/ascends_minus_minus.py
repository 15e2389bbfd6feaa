"""expect: ascends"""
import numpy as np
from numerical_gradient import numerical_gradient


class Descent:
    def __init__(self, f, init_x, lr):
        self.f, self.lr = f, lr
        self.xs = [np.array(init_x, dtype=float)]

    def direction(self):
        return -np.asarray(numerical_gradient(self.f, self.xs[-1].copy()))

    def __call__(self, step_num):
        for _ in range(step_num):
            self.xs.append(self.xs[-1] - self.lr * self.direction())
        return self.xs


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return Descent(f, init_x, lr)(step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    return Descent(f, init_x, lr)(step_num)
