"""expect: shown-not-returned"""
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
    plt.show()
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    X0, X1 = np.meshgrid(x0, x1)
    plt.colorbar(ax.contour(X0, X1, f(np.array([X0, X1]))), ax=ax)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.axis("equal")
    plt.show()


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.gca().plot(path[:, 0], path[:, 1], "r-o")
    return fig
