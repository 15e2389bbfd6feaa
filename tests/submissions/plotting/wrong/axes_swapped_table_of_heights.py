"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    X0, X1 = np.meshgrid(x0, x1)
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    # 行が x0、列が x1 の表
    table = []
    for a in x0:
        table.append([])
        for b in x1:
            table[-1].append(f(np.array([a, b])))
    fig, ax = plt.subplots()
    cs = ax.contour(np.array(table), extent=[x0[0], x0[-1], x1[0], x1[-1]])
    plt.colorbar(cs)
    ax.axis("equal")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.plot(path[:, 0], path[:, 1], "ro-")
    return fig
