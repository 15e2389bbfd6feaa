"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    ax = plt.figure().add_subplot(projection="3d")
    ax.plot_surface(*grid, f(grid))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return ax.figure


def plot_contour(f, x0, x1):
    grid = np.array(np.meshgrid(x1, x0))
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(grid[0], grid[1], f(grid), 15), label="f")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    ax.contour(*grid, f(grid))
    ax.plot(*np.transpose(path), "r.-")
    return fig
