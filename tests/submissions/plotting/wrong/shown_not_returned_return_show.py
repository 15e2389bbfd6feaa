"""expect: shown-not-returned"""
import matplotlib.pyplot as plt
import numpy as np


def sheet(projection=None):
    fig = plt.figure()
    ax = fig.add_subplot(projection=projection)
    ax.set(xlabel="x0", ylabel="x1")
    return fig, ax


def heights(f, x0, x1):
    points = np.stack(np.meshgrid(x0, x1))
    return points[0], points[1], f(points)


def plot_surface(f, x0, x1):
    fig, ax = sheet("3d")
    ax.plot_wireframe(*heights(f, x0, x1))
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = sheet()
    fig.colorbar(ax.contour(*heights(f, x0, x1)))
    ax.set_aspect("equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = sheet()
    ax.contour(*heights(f, x0, x1))
    ax.plot(path[:, 0], path[:, 1], "-x")
    return plt.show()
