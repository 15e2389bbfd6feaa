"""expect: unequal-scales"""
import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])), cmap="cool")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure(figsize=(9, 4))
    plt.contour(X0, X1, f(np.array([X0, X1])), 10, cmap="cool")
    plt.colorbar()
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "ko-")
    return fig
