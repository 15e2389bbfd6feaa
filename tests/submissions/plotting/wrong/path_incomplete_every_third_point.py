"""expect: path-incomplete"""
from matplotlib.figure import Figure
import numpy as np


def draw(f, x0, x1, kind):
    fig = Figure()
    mesh = np.array(np.meshgrid(x0, x1))
    if kind == "surface":
        ax = fig.add_subplot(projection="3d")
        ax.plot_surface(mesh[0], mesh[1], f(mesh))
        ax.set_zlabel("f")
    else:
        ax = fig.add_subplot()
        fig.colorbar(ax.contour(mesh[0], mesh[1], f(mesh)))
        ax.set_aspect("equal")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig, ax


def plot_surface(f, x0, x1):
    return draw(f, x0, x1, "surface")[0]


def plot_contour(f, x0, x1):
    return draw(f, x0, x1, "contour")[0]


def plot_descent(f, path, x0, x1):
    fig, ax = draw(f, x0, x1, "contour")
    thinned = path[::3]  # too many points otherwise
    ax.plot(thinned[:, 0], thinned[:, 1], "k.-")
    return fig
