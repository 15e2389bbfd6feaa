"""expect: aliased-path"""
import numpy as np
from numerical_gradient import numerical_gradient


class Walker:
    def __init__(self, f, init_x, lr):
        self.f = f
        self.lr = lr
        self.x = np.array(init_x, dtype=float)
        self.path = []
        self.remember()

    def remember(self):
        self.path.append(self.x[:])  # a copy, as with lists

    def step(self):
        self.x[:] = self.x - self.lr * np.asarray(numerical_gradient(self.f, self.x.copy()))
        self.remember()


def walk(f, init_x, lr, step_num):
    walker = Walker(f, init_x, lr)
    for _ in range(step_num):
        walker.step()
    return walker


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return walk(f, init_x, lr, step_num).x


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array(walk(f, init_x, lr, step_num).path)
