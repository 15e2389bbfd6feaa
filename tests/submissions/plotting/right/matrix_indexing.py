import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    # first index: x0, second index: x1
    grid = np.array(np.meshgrid(x0, x1, indexing="ij"))
    fig, ax = plt.subplots(subplot_kw=dict(projection="3d"))
    ax.plot_surface(grid[0], grid[1], f(grid))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1, indexing="ij"))
    fig, ax = plt.subplots()
    cs = ax.contourf(x0, x1, f(grid).T)  # contourf wants rows to be x1
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_aspect("equal")
    plt.colorbar(cs, ax=ax)
    return fig


def plot_descent(f, path, x0, x1):
    grid = np.array(np.meshgrid(x0, x1, indexing="ij"))
    fig, ax = plt.subplots()
    ax.contour(grid[0], grid[1], f(grid), colors="gray")
    ax.plot(path[:, 0], path[:, 1], marker="o", markersize=3)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_aspect("equal")
    return fig
