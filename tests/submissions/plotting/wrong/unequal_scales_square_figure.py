"""expect: unequal-scales"""
import matplotlib.pyplot as plt
import numpy as np


def points(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    return X0, X1, f(np.array([X0, X1]))


def plot_surface(f, x0, x1):
    fig = plt.figure(figsize=(6, 6))
    ax = fig.add_subplot(projection="3d", xlabel="x0", ylabel="x1", zlabel="f")
    ax.plot_surface(*points(f, x0, x1))
    return fig


def plot_contour(f, x0, x1):
    fig, ax = plt.subplots(figsize=(6, 6))  # a square, so that both scales are the same
    cs = ax.contour(*points(f, x0, x1))
    fig.colorbar(cs)
    ax.set(xlabel="x0", ylabel="x1")
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax = plt.subplots(figsize=(6, 6))
    ax.contour(*points(f, x0, x1))
    ax.plot(*path.T, "r.-")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig
