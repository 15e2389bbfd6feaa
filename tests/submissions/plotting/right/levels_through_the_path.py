import matplotlib.pyplot as plt
import numpy as np


def heights(f, X0, X1):
    """f, one row of the grid at a time."""
    return np.array([f(np.array([row0, row1])) for row0, row1 in zip(X0, X1)])


def prepare(projection=None):
    fig, axs = plt.subplot_mosaic([["map"]], subplot_kw={"projection": projection})
    axs["map"].set_xlabel("x0")
    axs["map"].set_ylabel("x1")
    return fig, axs["map"]


def plot_surface(f, x0, x1):
    fig, ax = prepare("3d")
    X0, X1 = np.meshgrid(x0, x1)
    ax.plot_surface(X0, X1, heights(f, X0, X1), antialiased=False)
    ax.set_zlabel("height")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = prepare()
    X0, X1 = np.meshgrid(x0, x1)
    cs = ax.contour(X0, X1, heights(f, X0, X1), linestyles="dashed")
    ax.set_aspect("equal")
    fig.colorbar(cs, ax=ax, location="top")
    return fig


def plot_descent(f, path, x0, x1):
    """Each contour line goes through one point of the path."""
    fig, ax = prepare()
    X0, X1 = np.meshgrid(x0, x1)
    levels = np.unique([f(point) for point in path])
    ax.contour(X0, X1, heights(f, X0, X1), levels=levels, colors="0.6")
    ax.plot(path[:, 0], path[:, 1], drawstyle="default", marker="D", markevery=1)
    ax.text(path[0, 0], path[0, 1], "start")
    ax.text(path[-1, 0], path[-1, 1], "end")
    return fig
