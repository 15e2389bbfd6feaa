import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    a, b = np.meshgrid(x0, x1)
    ax.plot_surface(a, b, f(np.array([a, b])), cmap="cividis")
    ax.set(xlabel="$x_0$ (right)", ylabel="$x_1$ (back)", zlabel="height $f$")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    a, b = np.meshgrid(x0, x1)
    lines = ax.contour(a, b, f(np.array([a, b])), levels=np.arange(0.5, 40, 1.5))
    fig.colorbar(lines)
    ax.set_aspect("equal")
    fig.supxlabel("x0")
    fig.supylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    """The axes end just outside of the walk."""
    fig, ax = plt.subplots()
    a, b = np.meshgrid(x0, x1)
    ax.contour(a, b, f(np.array([a, b])), levels=30, colors="gray")
    ax.plot(path[:, 0], path[:, 1], "b--")
    ax.plot(*path[0], "b>", markersize=9)
    ax.plot(*path[-1], "bs", markersize=9)
    ax.set_xlim(path[:, 0].min() - 0.2, path[:, 0].max() + 0.2)
    ax.set_ylim(path[:, 1].min() - 0.2, path[:, 1].max() + 0.2)
    return fig
