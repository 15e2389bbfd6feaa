"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def heights(f, X0, X1):
    return f(np.array([X0, X0]))


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_wireframe(X0, X1, heights(f, X0, X1))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    fig.colorbar(ax.contourf(X0, X1, heights(f, X0, X1)))
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "r.-")
    return fig
