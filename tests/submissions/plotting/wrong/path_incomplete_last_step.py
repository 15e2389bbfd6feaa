"""expect: path-incomplete"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])), cmap="magma")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    plt.contour(X0, X1, f(np.array([X0, X1])), cmap="magma")
    plt.colorbar()
    plt.axis("image")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    plt.contour(X0, X1, f(np.array([X0, X1])), cmap="magma")
    plt.xlabel("x0")
    plt.ylabel("x1")
    # 矢印は点の数より 1 つ少ない
    for i in range(len(path) - 2):
        plt.plot(path[i:i + 2, 0], path[i:i + 2, 1], "b-")
    return fig
