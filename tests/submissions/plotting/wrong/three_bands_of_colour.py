"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    X, Y = np.meshgrid(x0, x1)
    ax.plot_surface(X, Y, f(np.stack([X, Y])), cmap="viridis")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    X, Y = np.meshgrid(x0, x1)
    filled = ax.contourf(X, Y, f(np.stack([X, Y])), levels=[0, 5, 10, 40])
    fig.colorbar(filled)
    ax.set_aspect("equal")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.plot([p[0] for p in path], [p[1] for p in path], "w.-")
    return fig
