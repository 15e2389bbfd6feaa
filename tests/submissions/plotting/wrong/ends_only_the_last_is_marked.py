"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = plt.axes(projection="3d")
    a, b = np.meshgrid(x0, x1)
    ax.plot_wireframe(a, b, f(np.array([a, b])))
    plt.xlabel("$x_0$")
    plt.ylabel("$x_1$")
    ax.set_zlabel("$f(x_0, x_1)$")
    return fig


def plot_contour(f, x0, x1):
    fig = plt.figure()
    a, b = np.meshgrid(x0, x1)
    plt.contour(a, b, f(np.array([a, b])))
    plt.colorbar()
    plt.axis("scaled")
    plt.xlabel("$x_0$")
    plt.ylabel("$x_1$")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.plot(path[:, 0], path[:, 1], "k-")
    ax.scatter(*path[-1], color="red", label="goal")
    return fig
