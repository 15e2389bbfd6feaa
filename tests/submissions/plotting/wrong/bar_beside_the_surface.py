"""expect: colorbar-missing"""
from matplotlib import pyplot as plt
import numpy as np


class Drawer:
    def __init__(self, f, x0, x1):
        self.grid = np.meshgrid(x0, x1)
        self.height = f(np.array(self.grid))

    def surface(self):
        fig = plt.figure()
        ax = fig.add_subplot(1, 1, 1, projection="3d")
        s = ax.plot_surface(*self.grid, self.height, cmap="coolwarm")
        fig.colorbar(s, shrink=0.5)
        ax.set(xlabel="x0", ylabel="x1", zlabel="f(x0, x1)")
        return fig

    def map(self):
        fig, ax = plt.subplots(constrained_layout=True)
        ax.contour(*self.grid, self.height, cmap="coolwarm")
        ax.set(xlabel="x0", ylabel="x1", aspect=1)
        return fig, ax


def plot_surface(f, x0, x1):
    return Drawer(f, x0, x1).surface()


def plot_contour(f, x0, x1):
    return Drawer(f, x0, x1).map()[0]


def plot_descent(f, path, x0, x1):
    fig, ax = Drawer(f, x0, x1).map()
    for p in path:
        ax.plot(p[0], p[1], "ko")
    return fig
