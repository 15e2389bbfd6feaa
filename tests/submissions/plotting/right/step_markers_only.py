import matplotlib.pyplot as plt
import numpy as np

# 散布図で歩いた点だけを描く


def mesh(f, x0, x1):
    a, b = np.meshgrid(x0, x1, indexing="xy")
    flat = np.array([a.ravel(), b.ravel()])
    return a, b, np.asarray(f(flat)).reshape(a.shape)


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(1, 1, 1, projection="3d")
    a, b, z = mesh(f, x0, x1)
    ax.plot_wireframe(a, b, z, rstride=2, cstride=2, color="green")
    ax.set_xlabel("X0")
    ax.set_ylabel("X1")
    ax.set_zlabel("F")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots(1, 1)
    a, b, z = mesh(f, x0, x1)
    c = ax.contourf(a, b, z)
    cbar = fig.colorbar(c)
    cbar.set_label("Z")
    ax.set_xlabel("X0")
    ax.set_ylabel("X1")
    ax.set_aspect("equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots(1, 1)
    a, b, z = mesh(f, x0, x1)
    ax.contour(a, b, z, cmap="gray")
    dots = ax.scatter(path[:, 0], path[:, 1], c=np.arange(len(path)), cmap="autumn", s=25, zorder=5)
    fig.colorbar(dots, label="step")
    ax.set_xlabel("X0")
    ax.set_ylabel("X1")
    return fig
