"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    grid = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(grid[0], grid[1], f(np.array(grid)), cmap="Blues")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    grid = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    cs = ax.contour(grid[0], grid[1], f(np.array(grid)), np.arange(0, 30, 0.5))
    fig.colorbar(cs)
    ax.set_box_aspect((x1[-1] - x1[0]) / (x0[-1] - x0[0]))
    ax.set_xlim(x0[0], x0[-1])
    ax.set_ylim(x1[0], x1[-1])
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    columns = np.asarray(path).T
    fig.axes[0].scatter(columns[1], columns[0], c="red")
    fig.axes[0].plot(columns[1], columns[0], c="red")
    return fig
