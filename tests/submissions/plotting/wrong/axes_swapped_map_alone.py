"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def heights(f, x0, x1):
    """One row for each x1."""
    return np.array([[f(np.array([a, b])) for a in x0] for b in x1])


def plot_surface(f, x0, x1):
    ax = plt.figure().add_subplot(projection="3d")
    ax.plot_wireframe(*np.meshgrid(x0, x1), heights(f, x0, x1))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return ax.figure


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(x1, x0, heights(f, x0, x1).T))
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    ax.contour(x0, x1, heights(f, x0, x1))
    ax.plot([p[0] for p in path], [p[1] for p in path], "o--")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig
