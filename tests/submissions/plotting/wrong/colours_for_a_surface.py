"""expect: contour-instead-of-surface"""
import matplotlib.pyplot as plt
import numpy as np


def _mesh(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    m = ax.pcolormesh(X, Y, f(np.array([X, Y])), shading="nearest")
    fig.colorbar(m, ax=ax)
    ax.set_aspect("equal")
    ax.set(xlabel="x0", ylabel="x1")
    return fig


def plot_surface(f, x0, x1):
    fig = _mesh(f, x0, x1)
    fig.suptitle("surface of f")
    return fig


def plot_contour(f, x0, x1):
    return _mesh(f, x0, x1)


def plot_descent(f, path, x0, x1):
    fig = _mesh(f, x0, x1)
    xs, ys = zip(*path)
    fig.axes[0].plot(xs, ys, marker="x", c="w")
    return fig
