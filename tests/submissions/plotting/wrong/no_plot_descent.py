"""expect: none"""
import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set(xlabel="x0", ylabel="x1", zlabel="f")
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    fig.colorbar(ax.contour(X0, X1, f(np.array([X0, X1]))))
    ax.set(xlabel="x0", ylabel="x1", aspect="equal")
    return fig
