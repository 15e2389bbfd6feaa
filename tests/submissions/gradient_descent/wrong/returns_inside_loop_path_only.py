"""expect: returns-inside-loop"""
import numpy as np


class Minimum:
    h = 1e-5

    def __init__(self, f, lr):
        self.f, self.lr = f, lr

    def gradient(self, x):
        eye = self.h * np.eye(x.size)
        return np.array([self.f(x + e) - self.f(x - e) for e in eye]) / (2 * self.h)

    def path(self, x, step_num):
        points = [x]
        for _ in range(step_num):
            x = x - self.lr * self.gradient(x)
            points.append(x)
            return points
        return points

    def point(self, x, step_num):
        for _ in range(step_num):
            x = x - self.lr * self.gradient(x)
        return x


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return Minimum(f, lr).point(np.array(init_x, dtype=float), step_num)


def descent_path(f, init_x, lr=0.01, step_num=100):
    return Minimum(f, lr).path(np.array(init_x, dtype=float), step_num)
