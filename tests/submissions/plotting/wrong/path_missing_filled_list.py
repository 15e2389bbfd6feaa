"""expect: path-missing"""
import matplotlib.pyplot as plt
import numpy as np


class Course:
    def __init__(self, f, x0, x1, projection=None):
        self.X0, self.X1 = np.meshgrid(x0, x1)
        self.Z = f(np.array([self.X0, self.X1]))
        self.fig = plt.figure()
        self.ax = self.fig.add_subplot(projection=projection)
        self.ax.set_xlabel("x0")
        self.ax.set_ylabel("x1")
        self.xs = []
        self.ys = []

    def contour(self):
        self.ax.set_aspect("equal")
        self.fig.colorbar(self.ax.contour(self.X0, self.X1, self.Z))

    def walk(self, path):
        self.ax.plot(self.xs, self.ys, "r-o")
        for a, b in path:
            self.xs.append(a)
            self.ys.append(b)


def plot_surface(f, x0, x1):
    c = Course(f, x0, x1, "3d")
    c.ax.plot_surface(c.X0, c.X1, c.Z)
    c.ax.set_zlabel("f")
    return c.fig


def plot_contour(f, x0, x1):
    c = Course(f, x0, x1)
    c.contour()
    return c.fig


def plot_descent(f, path, x0, x1):
    c = Course(f, x0, x1)
    c.contour()
    c.walk(path)
    return c.fig
