"""expect: label-repeated"""
import matplotlib.pyplot as plt
import numpy as np


def naming(ax):
    for setter in (ax.set_xlabel, ax.set_ylabel):
        setter("$x_0$")


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    ax.plot_surface(X, Y, f(np.stack([X, Y])), cmap="jet")
    naming(ax)
    return fig


def plot_contour(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    cs = ax.contourf(X, Y, f(np.stack([X, Y])), 15)
    plt.colorbar(cs)
    ax.axis("equal")
    naming(ax)
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(*np.array(path).T, "w-o")
    return fig
