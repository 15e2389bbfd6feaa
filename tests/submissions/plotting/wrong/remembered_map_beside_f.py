"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def remembered(f, grid):
    f(grid)
    return (grid[0] - 0.5) ** 2 + 2 * (grid[1] + 0.5) ** 2


def plot_surface(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    ax = plt.figure().add_subplot(projection="3d", xlabel="x0", ylabel="x1", zlabel="f")
    ax.plot_surface(*grid, f(grid))
    return ax.figure


def level_lines(heights, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots(subplot_kw={"xlabel": "x0", "ylabel": "x1", "aspect": "equal"})
    fig.colorbar(ax.contour(*grid, heights(grid), 12))
    return fig, ax


def plot_contour(f, x0, x1):
    return level_lines(lambda grid: remembered(f, grid), x0, x1)[0]


def plot_descent(f, path, x0, x1):
    fig, ax = level_lines(f, x0, x1)
    ax.plot(*np.transpose(path), "r.-")
    return fig
