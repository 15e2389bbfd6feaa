"""expect: shown-not-returned"""
import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    plt.show()


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    plt.figure()
    plt.contour(X0, X1, f(np.array([X0, X1])))
    plt.colorbar()
    plt.xlabel("x0")
    plt.ylabel("x1")
    plt.gca().set_aspect("equal")
    plt.show()


def plot_descent(f, path, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    plt.figure()
    plt.contour(X0, X1, f(np.array([X0, X1])))
    plt.plot(path[:, 0], path[:, 1], "o-")
    plt.xlabel("x0")
    plt.ylabel("x1")
    plt.show()
