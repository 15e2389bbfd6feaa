import numpy as np
import matplotlib.pyplot as plt


def background(ax, f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.stack([X0, X1]))
    mesh = ax.pcolormesh(X0, X1, Z, shading="gouraud", cmap="Blues")
    ax.contour(X0, X1, Z, colors="k", linewidths=0.7)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return mesh


def plot_surface(f, x0, x1):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.stack([X0, X1]))
    surface = ax.plot_surface(X0, X1, Z, rstride=1, cstride=1, cmap="coolwarm", linewidth=0)
    fig.colorbar(surface, shrink=0.5)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    mesh = background(ax, f, x0, x1)
    plt.axis("equal")
    plt.colorbar(mesh)
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    background(ax, f, x0, x1)
    for a, b in zip(path[:-1], path[1:]):
        ax.plot([a[0], b[0]], [a[1], b[1]], "r-")
    ax.plot(path[0][0], path[0][1], "go", label="start")
    ax.plot(path[-1][0], path[-1][1], "r*", label="end")
    ax.legend(loc="best")
    return fig
