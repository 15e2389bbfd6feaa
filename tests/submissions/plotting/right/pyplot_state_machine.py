import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    fig = plt.figure()
    ax = plt.axes(projection="3d")
    ax.plot_surface(X0, X1, Z, cmap="viridis")
    plt.xlabel("x0")
    plt.ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    fig = plt.figure()
    plt.contour(X0, X1, Z)
    plt.colorbar()
    plt.xlabel("x0")
    plt.ylabel("x1")
    plt.gca().set_aspect("equal", adjustable="box")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    plt.sca(fig.axes[0])
    plt.plot(path[:, 0], path[:, 1], "o-r")
    plt.plot(path[0, 0], path[0, 1], "ks")
    plt.plot(path[-1, 0], path[-1, 1], "k*")
    return fig
