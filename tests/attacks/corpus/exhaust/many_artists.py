"""plotting: Return a figure with a million lines."""

import matplotlib.pyplot as plt
from matplotlib.lines import Line2D


def plot_surface(f, x0, x1):
    figure, axes = plt.subplots()
    line = Line2D([0, 1], [0, 1])
    axes._children = [line] * 1_000_000
    return figure


def plot_contour(f, x0, x1):
    return plot_surface(f, x0, x1)


def plot_descent(f, path, x0, x1):
    return plot_surface(f, x0, x1)
