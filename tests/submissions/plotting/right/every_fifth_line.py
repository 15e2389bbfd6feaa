import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    ax = plt.axes(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])), rstride=5, cstride=5)
    ax.set_xlabel("変数 x0")
    ax.set_ylabel("変数 x1")
    ax.set_zlabel("関数の値")
    return ax.figure


def plot_contour(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(*grid, f(grid), 15), label="f")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(*np.transpose(path), "r.-")
    return fig
