"""expect: colorbar-missing"""
from matplotlib.figure import Figure
import numpy as np


class Hills:
    def __init__(self, f, x0, x1):
        self.points = np.array(np.meshgrid(x0, x1))
        self.z = f(self.points)

    def axes(self, projection=None):
        return Figure().add_subplot(projection=projection, xlabel="$x_0$", ylabel="$x_1$")

    def lines(self):
        ax = self.axes()
        cs = ax.contour(*self.points, self.z, levels=9)
        ax.clabel(cs)
        ax.set_aspect("equal")
        return ax

    def surface(self):
        ax = self.axes("3d")
        ax.plot_surface(*self.points, self.z)
        ax.set_zlabel("f")
        return ax


plot_surface = lambda f, x0, x1: Hills(f, x0, x1).surface().figure
plot_contour = lambda f, x0, x1: Hills(f, x0, x1).lines().figure


def plot_descent(f, path, x0, x1):
    ax = Hills(f, x0, x1).lines()
    ax.plot(path[:, 0], path[:, 1], "g.-")
    return ax.figure
def plot_descent(f, path, x0, x1):
    ax = Hills(f, x0, x1).lines()
    ax.plot(path[:, 0], path[:, 1], "g.-")
    return ax.figure
