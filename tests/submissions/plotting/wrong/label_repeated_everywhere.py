"""expect: label-repeated"""
import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_wireframe(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x")
    ax.set_ylabel("x")
    ax.set_zlabel("f(x)")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    plt.contour(X0, X1, f(np.array([X0, X1])))
    plt.xlabel("x")
    plt.ylabel("x")
    plt.colorbar()
    plt.gca().set_aspect("equal")
    return fig


def plot_descent(f, path, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    plt.contour(X0, X1, f(np.array([X0, X1])))
    plt.plot(path[:, 0], path[:, 1], "o-", color="red")
    plt.xlabel("x")
    plt.ylabel("x")
    return fig
