import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(111, projection="3d")
    X0, X1 = np.meshgrid(x0, x1)
    ax.plot_wireframe(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f(x)")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))
    filled = ax.contourf(X0, X1, Z, 20, cmap="plasma")
    ax.contour(X0, X1, Z, 20, colors="white", linewidths=0.5)
    ax.axis("scaled")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    fig.colorbar(filled)
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots()
    X0, X1 = np.meshgrid(x0, x1)
    filled = ax.contourf(X0, X1, f(np.array([X0, X1])), 20, cmap="plasma")
    ax.plot(path[:, 0], path[:, 1], "w-", linewidth=2)
    ax.scatter(path[0, 0], path[0, 1], c="lime", zorder=3)
    ax.scatter(path[-1, 0], path[-1, 1], c="red", zorder=3)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.axis("scaled")
    fig.colorbar(filled)
    return fig
