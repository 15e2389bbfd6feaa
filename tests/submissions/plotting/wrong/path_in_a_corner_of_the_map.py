"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])), cmap="viridis")
    ax.set(xlabel="x0", ylabel="x1", zlabel="f(x0, x1)")
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots()
    lines = ax.contour(x0, x1, f(np.array(np.meshgrid(x0, x1))), levels=12)
    fig.colorbar(lines)
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig, map_ = plt.subplots()
    map_.contour(x0, x1, f(np.array(np.meshgrid(x0, x1))), levels=12)
    map_.set(xlabel="x0", ylabel="x1")
    ax = map_.inset_axes([0.6, 0.6, 0.35, 0.35])
    ax.plot(path[:, 0], path[:, 1], "k.-")
    ax.plot(*path[0], "gs", label="start")
    ax.plot(*path[-1], "r*", label="end")
    ax.legend()
    return fig
