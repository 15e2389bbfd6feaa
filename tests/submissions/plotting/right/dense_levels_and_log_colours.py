import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    Z = f(np.array([X, Y]))
    fig = plt.figure()
    ax = plt.axes(projection="3d")
    ax.contour(X, Y, Z, zdir="z", offset=Z.min() - 1)
    ax.plot_surface(X, Y, Z, alpha=0.6)
    ax.set(xlabel="x0", ylabel="x1", zlabel="value of f")
    return fig


def plot_contour(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    Z = f(np.array([X, Y]))
    fig, ax = plt.subplots()
    levels = Z.min() + (Z.max() - Z.min()) * np.linspace(0, 1, 12) ** 2
    cs = ax.contourf(X, Y, Z, levels, extend="both")
    fig.colorbar(cs, ax=ax, ticks=levels[::3])
    ax.axis("equal")
    ax.set(xlabel="x0", ylabel="x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    x, y = np.hsplit(np.asarray(path), 2)
    ax.plot(x, y, "-", color="k", drawstyle="default")
    ax.plot(x[::2], y[::2], "s", color="r")
    ax.set_title(f"{len(path) - 1} steps")
    return fig
