"""What most figures are made of: the map of a landscape, its surface, a walk, the goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.contour import ContourSet
from matplotlib.ticker import MaxNLocator
from mpl_toolkits.mplot3d.axes3d import Axes3D

from docs.figures.look import Look
from docs.figures.walking import Landscape


def landscape(
    axes: Axes,
    f: Landscape,
    look: Look,
    reach: float = 3.5,
    levels: Sequence[float] | int = 12,
    grid: int = 41,
) -> ContourSet:
    """Draw the map of f on a square of the given reach, equal scales, and give the filled map."""
    line = np.linspace(-reach, reach, grid)
    heights = f(np.array(np.meshgrid(line, line)))
    filled = axes.contourf(line, line, heights, levels, cmap=look.heights, extend="both")
    outline(filled, look)
    axes.set(xlabel="x₀", ylabel="x₁", aspect="equal")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5, integer=True))
    return filled


def outline(filled: ContourSet, look: Look) -> None:
    """Draw the contour lines as the bands' edges: lines of their own would double the file."""
    filled.set(edgecolor=look.colours.faint, linewidth=0.6)


def walk(axes: Axes, path: np.ndarray, look: Look, **style: Any) -> None:
    """Draw a path of shape (steps + 1, 2): a dot a step, an open ring at the start."""
    style = {"color": look.colours.walk, "marker": "o", "markersize": 4, "linewidth": 1.6} | style
    axes.plot(*path.T, **style)
    axes.plot(*path[0], "o", markersize=10, markerfacecolor="none", color=style["color"])


def goal(axes: Axes, look: Look, x: tuple[float, float] = (0.0, 0.0)) -> None:
    """Mark the minimum with a star."""
    axes.plot(*x, marker="*", markersize=15, color=look.colours.ink, zorder=5)


def relief(axes: Axes3D, f: Landscape, look: Look, reach: float = 3.0, grid: int = 21) -> None:
    """Draw the surface of f over a square: quiet panes, few polygons so that the file is small."""
    line = np.linspace(-reach, reach, grid)
    x0, x1 = np.meshgrid(line, line)
    axes.plot_surface(
        x0,
        x1,
        f(np.array([x0, x1])),
        cmap=look.heights,
        edgecolor=look.colours.faint,
        linewidth=0.25,
        rcount=grid,
        ccount=grid,
    )
    for axis in (axes.xaxis, axes.yaxis, axes.zaxis):
        axis.set_pane_color((0, 0, 0, 0))
        axis.set_major_locator(MaxNLocator(4, integer=True))
    axes.set(xlabel="x₀", ylabel="x₁")
