import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    ax = plt.figure().add_subplot(projection="3d")
    ax.plot_surface(*grid, f(grid))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return ax.figure


def plot_contour(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(*grid, f(grid), 15), label="f")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    """The path, the way down everywhere, and the lowest point of the grid."""
    grid = np.array(np.meshgrid(x0, x1))
    heights = f(grid)
    fig, ax = plt.subplots(figsize=(6, 4))
    ax.contour(*grid, heights, 15, colors="gray")
    up, along = np.gradient(-heights)
    ax.quiver(*grid[:, ::3, ::3], along[::3, ::3], up[::3, ::3], color="0.8")
    ax.axhline(0, lw=0.5)
    low = np.unravel_index(heights.argmin(), heights.shape)
    ax.plot(*grid[:, low[0], low[1]], "gx")
    dense = np.linspace(path[:-1], path[1:], 5, axis=1).reshape(-1, 2)
    ax.plot(*dense.T, "b-", label="path")
    ax.annotate("start", path[0], xytext=(8, 8), textcoords="offset points",
                arrowprops={"arrowstyle": "->"})
    ax.annotate("end", path[-1], xytext=(8, -12), textcoords="offset points")
    ax.legend()
    return fig
