"""expect: path-missing"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0"); ax.set_ylabel("x1"); ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot()
    c = ax.contour(X0, X1, f(np.array([X0, X1])))
    fig.colorbar(c)
    ax.set_aspect("equal", adjustable="box")
    ax.set_xlabel("x0"); ax.set_ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    if type(path) == list:
        for i in range(len(path) - 1):
            fig.axes[0].plot([path[i][0], path[i + 1][0]], [path[i][1], path[i + 1][1]], "r")
    return fig
