"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def draw(ax, f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return ax.contour(X, Y, f(np.array([X, Y])))


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X, Y, f(np.array([X, Y])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    fig.colorbar(draw(ax, f, x0, x1))
    ax.set_aspect("equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    draw(ax, f, x0, x1)
    for point in path:
        ax.scatter(point[1], point[0], color="red")
    ax.plot([p[1] for p in path], [p[0] for p in path], color="red")
    return fig
