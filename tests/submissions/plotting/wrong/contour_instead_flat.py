"""expect: contour-instead-of-surface"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    ax.contourf(X0, X1, f(np.array([X0, X1])), levels=30, cmap="viridis")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    lines = ax.contour(X0, X1, f(np.array([X0, X1])), levels=30)
    fig.colorbar(lines)
    ax.set_aspect("equal")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "r.-")
    return fig
