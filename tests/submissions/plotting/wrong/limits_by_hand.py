"""expect: unequal-scales"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    a, b = np.meshgrid(x0, x1)
    fig = plt.figure(figsize=(8, 6))
    ax = plt.subplot(projection="3d")
    ax.plot_surface(a, b, f(np.array([a, b])), alpha=0.7)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    a, b = np.meshgrid(x0, x1)
    fig = plt.figure(figsize=(8, 6))
    plt.contour(a, b, f(np.array([a, b])))
    plt.xlim(min(x0), max(x0))
    plt.ylim(min(x1), max(x1))
    plt.colorbar()
    plt.xlabel("x0")
    plt.ylabel("x1")
    plt.title("contour")
    plt.grid()
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    path = np.array(path)
    plt.plot(path[:, 0], path[:, 1], "s--", label="path")
    plt.legend()
    return fig
