"""expect: none"""
import sys

import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set(xlabel="x0", ylabel="x1")
    plt.show()
    sys.exit(0)


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(X0, X1, f(np.array([X0, X1]))))
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    plt.show()
    sys.exit(0)


def plot_descent(f, path, x0, x1):
    plot_contour(f, x0, x1)
    sys.exit(0)
