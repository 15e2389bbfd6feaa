"""expect: empty-axes"""
import numpy as np
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))

    fig = plt.figure()
    ax = Axes3D(fig)
    ax.plot_wireframe(X0, X1, Z)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))

    fig = plt.figure()
    plt.contour(X0, X1, Z)
    plt.colorbar()
    plt.axis("scaled")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))

    fig = plt.figure()
    plt.contour(X0, X1, Z)
    plt.plot(path[:, 0], path[:, 1], "r-o")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig
