"""expect: contour-instead-of-surface"""
import matplotlib.pyplot as plt
import numpy as np


def mesh(x0, x1):
    return np.array(np.meshgrid(x0, x1))


def named(ax):
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return ax


def plot_surface(f, x0, x1):
    points = mesh(x0, x1)
    fig = plt.figure()
    ax = named(fig.add_subplot(projection="3d"))
    ax.contour3D(points[0], points[1], f(points), 50)
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    points = mesh(x0, x1)
    fig = plt.figure()
    ax = named(fig.add_subplot(aspect="equal"))
    plt.colorbar(ax.contour(points[0], points[1], f(points), 50))
    return fig


def plot_descent(f, path, x0, x1):
    points = mesh(x0, x1)
    fig = plt.figure()
    ax = named(fig.add_subplot())
    ax.contour(points[0], points[1], f(points))
    ax.quiver(*path[:-1].T, *np.diff(path, axis=0).T, angles="xy", scale_units="xy", scale=1)
    return fig
