"""expect: empty-axes"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X, Y = np.meshgrid(x0, x1)
    Z = f(np.array([X, Y]))
    ax = plt.axes(projection="3d")
    ax.plot_surface(X, Y, Z)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    plt.figure(figsize=(8, 8))  # 大きくする
    return plt.gcf()


def plot_contour(f, x0, x1):
    plt.figure(figsize=(6, 6))
    X, Y = np.meshgrid(x0, x1)
    plt.contour(X, Y, f(np.array([X, Y])), levels=30)
    plt.colorbar()
    plt.gca().set_aspect("equal")
    plt.xlabel("x0")
    plt.ylabel("x1")
    return plt.gcf()


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    plt.plot([p[0] for p in path], [p[1] for p in path], "r.-")
    return fig
