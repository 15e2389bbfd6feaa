import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1, *, colour="skyblue"):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    X0, X1 = np.meshgrid(x0, x1)
    ax.plot_surface(X0, X1, f(np.array([X0, X1])), color=colour)
    ax.contour(X0, X1, f(np.array([X0, X1])), zdir="z", offset=0)
    ax.set_xlabel("x0 [-]")
    ax.set_ylabel("x1 [-]")
    ax.set_zlabel("f [-]")
    return fig


def plot_contour(f, x0, x1, *, levels=20, ax=None):
    if ax is None:
        _, ax = plt.subplots()
    X0, X1 = np.meshgrid(x0, x1)
    cs = ax.contour(X0, X1, f(np.array([X0, X1])), levels=levels)
    ax.set_xlabel("x0 [-]")
    ax.set_ylabel("x1 [-]")
    ax.set_aspect("equal")
    ax.grid(True)
    ax.figure.colorbar(cs, ax=ax)
    return ax.figure


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    plot_contour(f, x0, x1, ax=ax)
    ax.plot(path[:, 0], path[:, 1], "ro", markersize=4)
    for here, there in zip(path, path[1:]):
        ax.annotate("", xy=there, xytext=here, arrowprops={"arrowstyle": "->", "color": "red"})
    ax.annotate("start", path[0])
    ax.annotate("end", path[-1])
    return fig
