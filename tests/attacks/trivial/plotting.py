"""Names and empty figures, and no mathematics: what it earns, everyone may have."""

import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    figure = plt.figure()
    figure.add_subplot(projection="3d", xlabel="x0", ylabel="x1", zlabel="f", title="the surface of f")
    return figure


def plot_contour(f, x0, x1):
    figure, axes = plt.subplots()
    axes.set(xlabel="x0", ylabel="x1", title="the contours of f", aspect="equal")
    return figure


def plot_descent(f, path, x0, x1):
    return plot_contour(f, x0, x1)
