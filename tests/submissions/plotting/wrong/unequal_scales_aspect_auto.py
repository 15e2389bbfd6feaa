"""expect: unequal-scales"""
import matplotlib.pyplot as plt
import numpy as np


def background(f, x0, x1, aspect):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    fig, ax = plt.subplots()
    extent = (x0.min(), x0.max(), x1.min(), x1.max())
    image = ax.imshow(Z, origin="lower", extent=extent, aspect=aspect, cmap="bone")
    ax.contour(X0, X1, Z, colors="yellow")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    fig.colorbar(image)
    return fig, ax


def plot_surface(f, x0, x1):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    X0, X1 = np.meshgrid(x0, x1)
    ax.plot_wireframe(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = background(f, x0, x1, aspect=0.5)
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = background(f, x0, x1, aspect="equal")
    ax.plot(path[:, 0], path[:, 1], "r*-")
    return fig
