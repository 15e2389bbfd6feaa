"""expect: contour-instead-of-surface"""
import numpy as np
import matplotlib.pyplot as plt


class Painter:
    def __init__(self, f, x0, x1):
        X0, X1 = np.meshgrid(x0, x1)
        self.fig = plt.figure()
        plt.contour(X0, X1, f(np.array([X0, X1])))
        plt.colorbar()
        plt.xlabel("x0")
        plt.ylabel("x1")
        plt.axis("equal")

    def walk(self, path):
        plt.plot(path[:, 0], path[:, 1], marker="o")
        return self


def plot_surface(f, x0, x1):
    return Painter(f, x0, x1).fig


def plot_contour(f, x0, x1):
    return Painter(f, x0, x1).fig


def plot_descent(f, path, x0, x1):
    return Painter(f, x0, x1).walk(path).fig
