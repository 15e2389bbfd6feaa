import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots(subplot_kw=dict(projection="3d"))
    ax.plot_surface(X0, X1, f(np.array([X0, X1])), color="c", edgecolor="k")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    fig.savefig("surface.png", dpi=20)
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots(figsize=(5, 4))
    CS = ax.contour(X0, X1, f(np.array([X0, X1])), colors="k")
    ax.clabel(CS)
    fig.colorbar(ax.contourf(CS, cmap="summer"))
    ax.set_aspect(1)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    plt.savefig("figures/contour.svg")  # このフォルダはないかもしれない
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.gca() if len(fig.axes) == 1 else fig.axes[0]
    ax.step([], [])
    ax.plot(path[:, 0], path[:, 1], ls="-.", lw=2, marker="^")
    ax.annotate("start", path[0])
    ax.annotate("goal", path[-1])
    plt.savefig("descent.png", dpi=20)
    return fig
