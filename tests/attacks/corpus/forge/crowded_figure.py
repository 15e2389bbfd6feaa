"""plotting-drawn: Crowd the claims of a figure where any bowl is low, with strays for the range, and dots for the path."""

import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    figure = plt.figure()
    axes = figure.add_subplot(projection="3d", xlabel="x0", ylabel="x1", zlabel="f")
    crowd = np.meshgrid(np.linspace(-0.3, 0.3, 62), np.linspace(-0.3, 0.3, 62))
    axes.plot_wireframe(*crowd, 0 * crowd[0] + 0.5, rcount=62, ccount=62)
    strays = np.meshgrid(x0[[0, -1]], x1[[0, -1]])
    axes.plot_wireframe(*strays, 0 * strays[0])
    return figure


def plot_contour(f, x0, x1):
    figure, axes = plt.subplots()
    axes.set(xlabel="x0", ylabel="x1", aspect="equal")
    grid = np.meshgrid(x0, x1)
    crowd = np.meshgrid(np.linspace(-0.3, 0.3, 62), np.linspace(-0.3, 0.3, 62))
    figure.colorbar(axes.pcolormesh(*crowd, 0 * crowd[0] + 0.5))
    axes.pcolormesh(*np.meshgrid(x0[[0, -1]], x1[[0, -1]]), np.zeros((2, 2)))
    axes.contour(*grid, grid[0] ** 2 + grid[1] ** 2, levels=np.linspace(0, 0.3, 99))
    return figure


def plot_descent(f, path, x0, x1):
    figure = plot_contour(f, x0, x1)
    dots = np.meshgrid(np.linspace(x0[0], x0[-1], 60), np.linspace(x1[0], x1[-1], 60))
    figure.axes[0].plot(np.ravel(dots[0]), np.ravel(dots[1]), "k.")
    return figure
