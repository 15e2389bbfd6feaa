"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    X0, X1 = np.meshgrid(x0, x1)
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    X0, X1 = np.meshgrid(x0, x1)
    cs = ax.contour(X0, X1, f(np.array([X0, X1])))
    bar = fig.colorbar(cs)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.axis("equal")
    return fig, bar


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "r-o")
    return fig
