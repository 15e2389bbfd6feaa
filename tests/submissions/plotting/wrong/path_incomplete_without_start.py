"""expect: path-incomplete"""
import matplotlib.pyplot as plt
import numpy as np


def contour_axes(f, x0, x1):
    p = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    shown = ax.contourf(*p, f(p), cmap="YlGn")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return ax, shown


def plot_surface(f, x0, x1):
    p = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    ax.plot_wireframe(*p, f(p))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return fig


def plot_contour(f, x0, x1):
    ax, shown = contour_axes(f, x0, x1)
    ax.figure.colorbar(shown)
    return ax.figure


def plot_descent(f, path, x0, x1):
    ax, _ = contour_axes(f, x0, x1)
    for i in range(1, len(path)):
        ax.plot(path[i, 0], path[i, 1], "ro")
    return ax.figure
