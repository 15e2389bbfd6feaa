"""expect: label-repeated"""
import numpy as np
import matplotlib.pyplot as plt


def grid(f, x0, x1):
    points = np.array(np.meshgrid(x0, x1))
    return (*points, f(points))


def plot_surface(f, x0, x1):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    ax.plot_surface(*grid(f, x0, x1))
    ax.set(xlabel="$x_0$", ylabel="$x_1$", zlabel="$f$")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    fig.colorbar(ax.contourf(*grid(f, x0, x1)))
    ax.set(xlabel="$x_0$", ylabel="$x_0$", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    ax.contour(*grid(f, x0, x1))
    ax.plot(path[:, 0], path[:, 1], marker="o")
    ax.set(xlabel="$x_0$", ylabel="$x_1$")
    return fig
