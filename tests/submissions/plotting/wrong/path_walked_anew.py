"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    ax = plt.figure().add_subplot(projection="3d")
    ax.plot_surface(*grid, f(grid))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return ax.figure


def plot_contour(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(*grid, f(grid), 15), label="f")
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig


def slope(f, x, h=1e-4):
    step = np.eye(2) * h
    return np.array([(f(x + one) - f(x - one)) / (2 * h) for one in step])


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    walk = [np.array(path[0])]
    for _ in range(20):
        walk.append(walk[-1] - 0.1 * slope(f, walk[-1]))
    fig.axes[0].plot(*np.transpose(walk), "r.-")
    return fig
