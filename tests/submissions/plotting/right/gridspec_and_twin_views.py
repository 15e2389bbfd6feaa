import matplotlib.pyplot as plt
import numpy as np
from matplotlib import cm


def plot_surface(f, x0, x1):
    fig = plt.figure(figsize=(10, 4), layout="constrained")
    Z = f(np.array(np.meshgrid(x0, x1)))
    for k, (elev, azim) in enumerate([(30, -60), (60, 20)], 1):
        ax = fig.add_subplot(1, 2, k, projection="3d")
        ax.plot_surface(*np.meshgrid(x0, x1), Z, cmap=cm.viridis, linewidth=0, antialiased=False)
        ax.view_init(elev, azim)
        ax.set_xlabel(r"$x_0$")
        ax.set_ylabel(r"$x_1$")
        ax.set_zlabel(r"$f$")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots(layout="constrained")
    Z = f(np.array(np.meshgrid(x0, x1)))
    filled = ax.contourf(x0, x1, Z, levels=25, cmap="magma")
    ax.contour(x0, x1, Z, levels=25, colors="white", linewidths=0.3)
    fig.colorbar(filled, ax=ax, location="bottom")
    ax.set(xlabel=r"$x_0$", ylabel=r"$x_1$", aspect="equal", title="f")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax, *_ = fig.get_axes()
    ax.plot(*np.transpose(path), color="cyan", marker="o", markersize=3, zorder=5)
    ax.scatter(*path[0], s=80, facecolors="none", edgecolors="w", label="start")
    ax.scatter(*path[-1], s=80, marker="*", c="w", label="end")
    ax.legend(loc="upper right")
    return fig
