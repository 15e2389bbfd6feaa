"""expect: label-repeated"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    for set_label in (ax.set_xlabel, ax.set_ylabel):
        set_label("横軸")
    ax.set_zlabel("高さ")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    cs = ax.contour(X0, X1, f(np.array([X0, X1])), 15)
    fig.colorbar(cs)
    ax.axis("scaled")
    ax.set_xlabel("横軸")
    ax.set_ylabel("縦軸")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "k.-")
    return fig
