"""expect: empty-axes"""
import matplotlib.pyplot as plt
import numpy as np


def finish(fig, ax):
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    plt.show()
    fig.clf()  # clean up for the next picture
    return fig


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    return finish(fig, ax)


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(X0, X1, f(np.array([X0, X1]))))
    ax.set_aspect("equal")
    return finish(fig, ax)


def plot_descent(f, path, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    ax.contour(X0, X1, f(np.array([X0, X1])))
    ax.plot(path[:, 0], path[:, 1])
    return finish(fig, ax)
