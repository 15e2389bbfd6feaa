"""plotting: Draw a surface of zeros in place of f."""

import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    figure = plt.figure()
    grid = np.meshgrid(x0, x1)
    figure.add_subplot(projection="3d").plot_surface(*grid, np.full_like(grid[0], np.nan))
    return figure


def plot_contour(f, x0, x1):
    figure, axes = plt.subplots()
    grid = np.meshgrid(x0, x1)
    axes.contour(*grid, np.zeros_like(grid[0]), levels=[-1, 1])
    return figure


def plot_descent(f, path, x0, x1):
    return plot_contour(f, x0, x1)
