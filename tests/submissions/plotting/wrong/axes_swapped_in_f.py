"""expect: axes-swapped"""
import numpy as np
from matplotlib.figure import Figure


class Map:
    def __init__(self, f, x0, x1):
        self.x0, self.x1 = np.meshgrid(x0, x1)
        self.z = f(np.array([self.x1, self.x0]))

    def axes(self, **options):
        ax = Figure().add_subplot(xlabel="x0", ylabel="x1", **options)
        return ax.figure, ax


def plot_surface(f, x0, x1):
    m = Map(f, x0, x1)
    fig, ax = m.axes(projection="3d")
    ax.plot_wireframe(m.x0, m.x1, m.z)
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    m = Map(f, x0, x1)
    fig, ax = m.axes(aspect="equal")
    fig.colorbar(ax.contourf(m.x0, m.x1, m.z))
    return fig


def plot_descent(f, path, x0, x1):
    m = Map(f, x0, x1)
    fig, ax = m.axes(aspect="equal")
    ax.contour(m.x0, m.x1, m.z)
    ax.plot(path[:, 0], path[:, 1], "r.-")
    return fig
