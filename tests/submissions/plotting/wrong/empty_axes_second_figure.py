"""expect: empty-axes"""
import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    mesh = np.array(np.meshgrid(x0, x1))
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(*mesh, f(mesh))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    mesh = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_aspect("equal")
    plt.figure()  # 新しい図
    plt.contour(*mesh, f(mesh))
    plt.colorbar()
    return fig


def plot_descent(f, path, x0, x1):
    mesh = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    ax.contour(*mesh, f(mesh))
    ax.plot(path[:, 0], path[:, 1], "o-")
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    return fig
