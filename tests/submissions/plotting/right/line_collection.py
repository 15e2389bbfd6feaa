import matplotlib.pyplot as plt
import numpy as np
from matplotlib import cm, colors
from matplotlib.collections import LineCollection


def evaluate(f, x0, x1):
    X0, X1 = np.broadcast_arrays(np.asarray(x0)[None, :], np.asarray(x1)[:, None])
    return X0, X1, f(np.array([X0, X1]))


def plot_surface(f, x0, x1):
    X0, X1, Z = evaluate(f, x0, x1)
    norm = colors.Normalize(Z.min(), Z.max())
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, Z, facecolors=cm.viridis(norm(Z)), rstride=1, cstride=1, shade=False)
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1, Z = evaluate(f, x0, x1)
    fig, ax = plt.subplots(layout="constrained")
    lines = ax.contour(X0, X1, Z, levels=10)
    fig.colorbar(lines)
    ax.set(xlabel="x0", ylabel="x1")
    ax.set_aspect("equal")
    return fig


def plot_descent(f, path, x0, x1):
    X0, X1, Z = evaluate(f, x0, x1)
    fig, ax = plt.subplots(layout="constrained")
    ax.contour(X0, X1, Z, levels=10, colors="lightgray")
    segments = np.stack([path[:-1], path[1:]], axis=1)
    way = LineCollection(segments, cmap="autumn", linewidths=2)
    way.set_array(np.arange(len(segments)))
    ax.add_collection(way)
    fig.colorbar(way, label="step")
    ax.set(xlabel="x0", ylabel="x1")
    return fig
