"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def grid(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    return X0, X1, f(np.array([X0, X1]))


def plot_surface(f, x0, x1):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    ax.plot_surface(*grid(f, x0, x1))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return fig, ax


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    fig.colorbar(ax.contourf(*grid(f, x0, x1)), ax=ax)
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig, ax


def plot_descent(f, path, x0, x1):
    fig, ax = plot_contour(f, x0, x1)
    ax.plot(path[:, 0], path[:, 1], "wo-")
    return fig, ax
