"""expect: shown-not-returned"""
import matplotlib.pyplot as plt
import numpy as np


class Picture:
    """一枚の絵"""

    def __init__(self, **kw):
        self.fig, self.ax = plt.subplots(subplot_kw=kw)
        self.ax.set_xlabel("x0")
        self.ax.set_ylabel("x1")

    def show(self):
        print("描きました")
        plt.show()


def plot_surface(f, x0, x1):
    p = Picture(projection="3d")
    a, b = np.meshgrid(x0, x1)
    p.ax.plot_surface(a, b, f(np.array([a, b])))
    p.ax.set_zlabel("f")
    return p.fig


def plot_contour(f, x0, x1):
    p = Picture(aspect="equal")
    a, b = np.meshgrid(x0, x1)
    p.fig.colorbar(p.ax.contourf(a, b, f(np.array([a, b]))))
    p.show()


def plot_descent(f, path, x0, x1):
    p = Picture()
    a, b = np.meshgrid(x0, x1)
    p.ax.contour(a, b, f(np.array([a, b])))
    p.ax.plot(path[:, 0], path[:, 1], "ro-")
    return p.fig
