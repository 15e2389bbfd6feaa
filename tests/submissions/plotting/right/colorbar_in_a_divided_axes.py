import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.axes_grid1 import make_axes_locatable


def mesh(f, x0, x1):
    X0 = np.array([list(x0)] * len(x1))
    X1 = np.array([list(x1)] * len(x0)).T
    return X0, X1, f(np.array([X0, X1]))


def plot_surface(f, x0, x1):
    X0, X1, Z = mesh(f, x0, x1)
    fig, ax = plt.subplots(subplot_kw={"projection": "3d", "proj_type": "ortho"})
    ax.plot_wireframe(X0, X1, Z, rcount=15, ccount=15)
    ax.set_xlabel(r"$x_{0}$")
    ax.set_ylabel(r"$x_{1}$")
    ax.set_zlabel(r"$f$")
    return fig


def plot_contour(f, x0, x1):
    X0, X1, Z = mesh(f, x0, x1)
    fig, ax = plt.subplots()
    ax.set_aspect("equal")
    cs = ax.contourf(X0, X1, Z, levels=12)
    cax = make_axes_locatable(ax).append_axes("right", size="5%", pad=0.1)
    fig.colorbar(cs, cax=cax)
    ax.set_xlabel(r"$x_{0}$")
    ax.set_ylabel(r"$x_{1}$")
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    x_points = []
    y_points = []
    for point in path:
        x_points.append(float(point[0]))
        y_points.append(float(point[1]))
    fig.axes[0].plot(x_points, y_points, "w*-")
    return fig
