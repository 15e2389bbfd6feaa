"""plotting: Return a figure whose labels are a hundred megabytes of mathematics."""

import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    figure = plt.figure()
    figure.add_subplot(projection="3d", title="$" + r"\frac{1}{" * 10**6 + "$", xlabel="勾" * 10**7)
    return figure


def plot_contour(f, x0, x1):
    return plot_surface(f, x0, x1)


def plot_descent(f, path, x0, x1):
    return plot_surface(f, x0, x1)
