import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    points = np.array(np.meshgrid(x0, x1))
    ax.plot_surface(points[0], points[1], f(points), cmap="jet")
    ax.set_box_aspect((4, 4, 3))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    points = np.array(np.meshgrid(x0, x1))
    contours = ax.contourf(points[0], points[1], f(points), levels=25)
    ax.set_xlim(min(x0), max(x0))
    ax.set_ylim(min(x1), max(x1))
    # the box has the proportions of the data, so a unit is as long across as up
    ax.set_box_aspect((max(x1) - min(x1)) / (max(x0) - min(x0)))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    fig.colorbar(contours)
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax, colorbar_ax = fig.axes
    line, = ax.plot(path.T[0], path.T[1])
    line.set_color("white")
    line.set_marker("o")
    line.set_markersize(3)
    return fig
