import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d import Axes3D


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = Axes3D(fig)
    fig.add_axes(ax)  # since matplotlib 3.7 this is up to us
    ax.plot_wireframe(X, Y, f(np.array([X, Y])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_axes([0.1, 0.1, 0.7, 0.8])
    cs = ax.contour(X, Y, f(np.array([X, Y])))
    ax.axis("image")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    fig.colorbar(cs, cax=fig.add_axes([0.85, 0.1, 0.03, 0.8]))
    return fig


def plot_descent(f, path, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    ax.contour(X, Y, f(np.array([X, Y])))
    for p in path:
        ax.plot(p[0], p[1], "ro", markersize=3)
    ax.axis("image")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig
