"""expect: axes-swapped"""
import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X1, X0, Z)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    fig, ax = plt.subplots()
    cs = ax.contour(X1, X0, Z)
    fig.colorbar(cs)
    ax.set_aspect("equal")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    fig, ax = plt.subplots()
    ax.contour(X1, X0, Z)
    ax.plot(path[:, 1], path[:, 0], "o-")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig
