"""expect: shown-not-returned"""
import matplotlib.pyplot as plt
import numpy as np


def draw_map(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    plt.contour(X, Y, f(np.array([X, Y])), 20)
    plt.colorbar()
    plt.axis("scaled")
    plt.xlabel("x0")
    plt.ylabel("x1")


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X, Y, f(np.array([X, Y])), rstride=2, cstride=2)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    plt.savefig("surface.png")


def plot_contour(f, x0, x1):
    plt.figure()
    draw_map(f, x0, x1)
    plt.savefig("contour.png")


def plot_descent(f, path, x0, x1):
    plt.figure()
    draw_map(f, x0, x1)
    plt.plot(path[:, 0], path[:, 1], "o-")
    plt.savefig("descent.png")
