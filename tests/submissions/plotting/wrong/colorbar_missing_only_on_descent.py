"""expect: colorbar-missing"""
import matplotlib.pyplot as plt
import numpy as np


def contour(f, x0, x1):
    fig, ax = plt.subplots()
    X0, X1 = np.meshgrid(x0, x1)
    filled = ax.contourf(X0, X1, f(np.array([X0, X1])), 16)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_aspect("equal")
    return fig, ax, filled


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    X0, X1 = np.meshgrid(x0, x1)
    surface = ax.plot_surface(X0, X1, f(np.array([X0, X1])), cmap="viridis")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    fig.colorbar(surface)
    return fig


def plot_contour(f, x0, x1):
    fig, ax, filled = contour(f, x0, x1)
    ax.legend(*filled.legend_elements(), loc="upper right", fontsize=6)
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax, filled = contour(f, x0, x1)
    ax.plot(path[:, 0], path[:, 1], "w.-")
    fig.colorbar(filled)
    return fig
