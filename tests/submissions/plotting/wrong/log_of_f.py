"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X, Y, f(np.array([X, Y])))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return fig


def plot_contour(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    c = ax.contour(X, Y, np.log(f(np.array([X, Y])) + 1))
    fig.colorbar(c)
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], 'r.-')
    return fig
