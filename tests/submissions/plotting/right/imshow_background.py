import matplotlib.pyplot as plt
import numpy as np


def heights(f, x0, x1):
    """Row i belongs to x1[i], column j to x0[j]."""
    z = np.zeros((len(x1), len(x0)))
    for i in range(len(x1)):
        for j in range(len(x0)):
            z[i, j] = f(np.array([x0[j], x1[i]]))
    return z


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure(figsize=(8, 6))
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X, Y, heights(f, x0, x1), alpha=0.8)
    ax.set_xlabel("x0 axis")
    ax.set_ylabel("x1 axis")
    ax.set_zlabel("height")
    return fig


def plot_contour(f, x0, x1):
    z = heights(f, x0, x1)
    fig, ax = plt.subplots()
    extent = [x0[0], x0[-1], x1[0], x1[-1]]
    image = ax.imshow(z, origin="lower", extent=extent, cmap="gray", interpolation="bilinear")
    ax.contour(x0, x1, z, 10)
    fig.colorbar(image, ax=ax, orientation="horizontal")
    ax.set_xlabel("x0 axis")
    ax.set_ylabel("x1 axis")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.plot([p[0] for p in path], [p[1] for p in path], color="red", marker="x")
    return fig
