"""expect: axes-swapped"""
import matplotlib.pyplot as plt
import numpy as np


def table(f, x0, x1):
    Z = np.zeros((len(x0), len(x1)))
    for i in range(len(x0)):
        for j in range(len(x1)):
            Z[i][j] = f(np.array([x0[i], x1[j]]))
    return Z


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(111, projection="3d")
    X, Y = np.meshgrid(x0, x1)
    ax.plot_wireframe(X, Y, table(f, x0, x1).T)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def picture(f, x0, x1):
    fig, ax = plt.subplots()
    im = ax.imshow(table(f, x0, x1), origin="lower", extent=(x0[0], x0[-1], x1[0], x1[-1]))
    fig.colorbar(im)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig, ax


def plot_contour(f, x0, x1):
    return picture(f, x0, x1)[0]


def plot_descent(f, path, x0, x1):
    fig, ax = picture(f, x0, x1)
    ax.plot(path[:, 0], path[:, 1], ".-", color="red")
    return fig
