"""expect: path-incomplete"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    cont = plt.contourf(X0, X1, f(np.array([X0, X1])), cmap="gray")
    plt.colorbar(cont)
    plt.axis("equal")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    for now, next_ in zip(path[1:], path[2:]):
        plt.annotate("", xy=next_, xytext=now, arrowprops=dict(arrowstyle="->", color="red"))
    return fig
