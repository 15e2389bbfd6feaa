"""expect: unequal-scales"""
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
    # paper with the proportions of the ranges
    fig = plt.figure(figsize=(2 * np.ptp(x0), 2 * np.ptp(x1)))
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    a, b = np.meshgrid(x0, x1)
    lines = ax.contour(a, b, f(np.array([a, b])))
    fig.colorbar(lines, cax=fig.add_axes([0.93, 0.1, 0.02, 0.8]))
    ax.set_xlabel("$x_0$")
    ax.set_ylabel("$x_1$")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    plt.figure(fig.number)
    plt.axes(fig.axes[0])
    plt.plot(path[:, 0], path[:, 1], "k-")
    plt.plot(path[0, 0], path[0, 1], "bo", label="start")
    plt.plot(path[-1, 0], path[-1, 1], "r*", label="end")
    plt.legend()
    return fig
