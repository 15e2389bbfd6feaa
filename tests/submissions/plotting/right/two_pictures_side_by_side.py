import matplotlib.pyplot as plt
import numpy as np


def contour_on(ax, f, x0, x1):
    mesh = np.array(np.meshgrid(x0, x1))
    shown = ax.contour(*mesh, f(mesh), levels=12)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_aspect("equal")
    return shown


def plot_surface(f, x0, x1):
    mesh = np.array(np.meshgrid(x0, x1))
    fig = plt.figure(figsize=(10, 4))
    for place, azimuth in ((1, -60), (2, 30)):
        ax = fig.add_subplot(1, 2, place, projection="3d", azim=azimuth)
        ax.plot_surface(*mesh, f(mesh))
        ax.set_xlabel("x0")
        ax.set_ylabel("x1")
        ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    fig.colorbar(contour_on(ax, f, x0, x1))
    return fig


def plot_descent(f, path, x0, x1):
    """The walk on the map, and beside it how the height falls from step to step."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    contour_on(left, f, x0, x1)
    left.plot(path[:, 0], path[:, 1], "r.-")
    right.plot([f(point) for point in path])
    right.set_xlabel("step")
    right.set_ylabel("f")
    return fig
