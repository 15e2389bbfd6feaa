"""expect: path-missing"""
import matplotlib.pyplot as plt
import numpy as np


def mesh(f, x0, x1):
    p = np.array(np.meshgrid(x0, x1))
    return p[0], p[1], f(p)


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = plt.subplot(projection="3d", zlabel="f")
    ax.plot_wireframe(*mesh(f, x0, x1))
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig


def plot_contour(f, x0, x1):
    fig = plt.figure()
    plt.contourf(*mesh(f, x0, x1))
    plt.colorbar()
    plt.axis("scaled")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    plt.figure()
    plt.plot(path[:, 0], path[:, 1], "o-")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig
