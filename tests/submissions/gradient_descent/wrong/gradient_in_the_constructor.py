"""expect: gradient-computed-once"""
import numpy as np
from numerical_gradient import numerical_gradient


class Descent:
    def __init__(self, f, x, lr):
        self.x = [float(v) for v in x]
        self.grad = numerical_gradient(f, np.array(self.x))
        self.lr = lr

    def step(self):
        self.x = [a - self.lr * b for a, b in zip(self.x, self.grad)]
        return self.x


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    d = Descent(f, init_x, lr)
    for _ in range(step_num):
        d.step()
    return np.array(d.x)


def descent_path(f, init_x, lr=0.01, step_num=100):
    d = Descent(f, init_x, lr)
    return np.array([d.x] + [d.step() for _ in range(step_num)])
