import numpy as np
from matplotlib.figure import Figure


def grid(f, x0, x1):
    mesh = np.array(np.meshgrid(x0, x1))
    return mesh[0], mesh[1], f(mesh)


def plot_surface(f, x0, x1):
    figure = Figure(figsize=(7, 5))
    axes = figure.add_subplot(1, 1, 1, projection="3d")
    axes.plot_surface(*grid(f, x0, x1))
    axes.set(xlabel="$x_0$", ylabel="$x_1$", zlabel="$f(x_0, x_1)$", title="surface")
    return figure


def contour_figure(f, x0, x1):
    figure = Figure(layout="constrained")
    axes = figure.add_subplot()
    lines = axes.contour(*grid(f, x0, x1), levels=15)
    axes.clabel(lines, fontsize=8)
    axes.set(xlabel="$x_0$", ylabel="$x_1$", aspect="equal")
    figure.colorbar(lines, ax=axes, label="$f$")
    return figure, axes


def plot_contour(f, x0, x1):
    figure, _ = contour_figure(f, x0, x1)
    return figure


def plot_descent(f, path, x0, x1):
    figure, axes = contour_figure(f, x0, x1)
    axes.plot(*np.transpose(path), color="tab:red", marker=".", label="path")
    axes.legend()
    return figure
