"""Pictures of another function, a plane: what they earn, everyone may have."""

import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    figure = plt.figure()
    axes = figure.add_subplot(projection="3d", xlabel="x0", ylabel="x1", zlabel="f")
    grid = np.meshgrid(x0, x1)
    axes.plot_surface(*grid, grid[0] + grid[1])
    return figure


def plot_contour(f, x0, x1):
    figure, axes = plt.subplots()
    axes.set(xlabel="x0", ylabel="x1", aspect="equal")
    grid = np.meshgrid(x0, x1)
    figure.colorbar(axes.contour(*grid, grid[0] + grid[1]))
    return figure


def plot_descent(f, path, x0, x1):
    figure = plot_contour(f, x0, x1)
    figure.axes[0].plot(*np.transpose(path), "o-")
    return figure
