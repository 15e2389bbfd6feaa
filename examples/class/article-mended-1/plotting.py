# coding: utf-8
# グラフを描く
import numpy as np
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D


def function_2(x):
    return x[0]**2 + x[1]**2


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    Z = f(np.array([X, Y]))

    fig = plt.figure()
    ax = Axes3D(fig)
    ax.plot_wireframe(X, Y, Z)

    ax.set_xlabel("x")
    ax.set_ylabel("x")
    ax.set_zlabel("f(x)")
    plt.show()


def plot_contour(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    Z = f(np.array([X, Y]))

    plt.figure()
    plt.contour(X, Y, Z)
    plt.xlabel("x")
    plt.ylabel("x")
    plt.show()


def plot_descent(f, path, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    Z = f(np.array([X, Y]))

    plt.figure()
    plt.contour(X, Y, Z)
    plt.plot(x_history[:, 0], x_history[:, 1], 'o')
    plt.xlabel("x")
    plt.ylabel("x")
    plt.show()


if __name__ == '__main__':
    x0 = np.arange(-3, 3, 0.25)
    x1 = np.arange(-3, 3, 0.25)
    plot_surface(function_2, x0, x1)
