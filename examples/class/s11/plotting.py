import numpy as np
import matplotlib.pyplot as plt


def make_grid(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    return X, Y, f(np.array([X, Y]))


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(*make_grid(f, x0, x1), cmap="jet")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return fig


def plot_contour(f, x0, x1):
    fig = plt.figure()
    plt.contourf(*make_grid(f, x0, x1), cmap="jet")
    plt.colorbar()
    plt.gca().set_aspect("equal")
    plt.xlabel("x")
    plt.ylabel("x")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plt.figure()
    plt.contourf(*make_grid(f, x0, x1), cmap="jet")
    plt.scatter(path[:, 0], path[:, 1], c="white")
    plt.xlabel("x")
    plt.ylabel("y")
    return fig
