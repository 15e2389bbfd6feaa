"""Three pictures of a function of two variables, drawn with Figure objects."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.contour import QuadContourSet
from matplotlib.figure import Figure

LABELS = {"xlabel": "$x_0$", "ylabel": "$x_1$"}


def _grid(f, x0, x1):
    points = np.stack(np.meshgrid(x0, x1))
    return points[0], points[1], f(points)


def _map(f, x0, x1) -> tuple[Figure, Axes, QuadContourSet]:
    figure = Figure(layout="constrained")
    axes = figure.add_subplot(aspect="equal", **LABELS)
    bands = axes.contourf(*_grid(f, x0, x1), levels=20, cmap="cividis")
    return figure, axes, bands


def plot_surface(f, x0, x1) -> Figure:
    figure = Figure()
    axes = figure.add_subplot(projection="3d", zlabel="$f$", **LABELS)
    axes.plot_surface(*_grid(f, x0, x1), cmap="cividis")
    return figure


def plot_contour(f, x0, x1) -> Figure:
    figure, axes, bands = _map(f, x0, x1)
    figure.colorbar(bands, ax=axes, label="$f$")
    return figure


def plot_descent(f, path, x0, x1) -> Figure:
    figure, axes, bands = _map(f, x0, x1)
    figure.colorbar(bands, ax=axes, label="$f$")
    axes.plot(*np.transpose(path), color="white", marker="o", markersize=3)
    axes.annotate("start", path[0], color="white")
    axes.annotate("end", path[-1], color="white")
    return figure
