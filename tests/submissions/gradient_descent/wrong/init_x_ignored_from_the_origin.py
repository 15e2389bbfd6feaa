"""expect: init-x-ignored"""
from numerical_gradient import numerical_gradient
import numpy as np


class Walker:
    def __init__(self, f, start, lr):
        self.f, self.lr = f, lr
        self.position = np.ones_like(start, dtype=float)
        self.track = [self.position]

    def walk(self, n):
        while n > 0:
            self.position = self.position - self.lr * np.array(
                numerical_gradient(self.f, self.position)
            )
            self.track.append(self.position)
            n -= 1
        return self


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return Walker(f, init_x, lr).walk(step_num).position


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.vstack(Walker(f, init_x, lr).walk(step_num).track)
