"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def bowl_through(f):
    """The bowl a·x0² + b·x1² + c·x0 + d·x1 + e through five values of f."""
    at = np.array([[0, 1, -1, 0, 0], [0, 0, 0, 1, -1]], dtype=float)
    terms = np.stack([at[0] ** 2, at[1] ** 2, at[0], at[1], np.ones(5)], axis=1)
    a, b, c, d, e = np.linalg.solve(terms, [f(point) for point in at.T])
    return lambda g: a * g[0] ** 2 + b * g[1] ** 2 + c * g[0] + d * g[1] + e


def plot_surface(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    ax = plt.figure().add_subplot(projection="3d", xlabel="x0", ylabel="x1", zlabel="f")
    ax.plot_surface(*grid, f(grid))
    return ax.figure


def lines(heights, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots(subplot_kw={"xlabel": "x0", "ylabel": "x1", "aspect": "equal"})
    fig.colorbar(ax.contour(*grid, heights(grid), 12))
    return fig


def plot_contour(f, x0, x1):
    return lines(bowl_through(f), x0, x1)


def plot_descent(f, path, x0, x1):
    fig = lines(f, x0, x1)
    fig.axes[0].plot(*np.transpose(path), "r.-")
    return fig
