"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def name_axes(ax):
    ax.set_xlabel("$x_1$")
    ax.set_ylabel("$x_0$")


def plot_surface(f, x0, x1):
    X = np.array(np.meshgrid(x0, x1))
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X[0], X[1], f(X))
    name_axes(ax)
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(X[0], X[1], f(X)))
    name_axes(ax)
    ax.set_aspect("equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "k-o")
    return fig
