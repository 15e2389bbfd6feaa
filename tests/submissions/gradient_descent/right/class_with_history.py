import numpy as np

from numerical_gradient import numerical_gradient


class GradientDescent:
    """勾配降下法。通った点をすべて覚えておく。"""

    def __init__(self, f, lr=0.01):
        self.f = f
        self.lr = lr
        self.history = []

    def start(self, init_x):
        self.x = np.array(init_x, dtype=float)
        self.history = [self.x]
        return self

    def update(self):
        self.x = self.x - self.lr * np.asarray(numerical_gradient(self.f, self.x.copy()))
        self.history.append(self.x)

    def run(self, step_num):
        for _ in range(step_num):
            self.update()
        return self


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return GradientDescent(f, lr).start(init_x).run(step_num).x


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.array(GradientDescent(f, lr).start(init_x).run(step_num).history)
