import matplotlib.pyplot as plt
import numpy as np


def cloud(f, x0, x1):
    """All grid points in one long list."""
    a = np.tile(x0, len(x1))
    b = np.repeat(x1, len(x0))
    return a, b, np.asarray(f(np.array([a, b])))


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_trisurf(*cloud(f, x0, x1), cmap="viridis")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    filled = ax.tricontourf(*cloud(f, x0, x1), levels=14)
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    fig.colorbar(filled)
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    ax.tricontour(*cloud(f, x0, x1), levels=14)
    ax.plot(path[:, 0], path[:, 1], "r.-")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig
