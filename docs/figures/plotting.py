"""The figures of the lesson "Seeing it"."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from mpl_toolkits.mplot3d import proj3d

from docs.figures.look import Look, canvas, stage
from docs.figures.terrain import goal, landscape, relief, walk
from docs.figures.walking import START, bowl, descent_path, unequal_bowl


def surface(look: Look) -> Figure:
    """Draw the surface of the bowl from the side."""
    figure = stage(700, 460)
    axes = figure.add_subplot(projection="3d")
    relief(axes, bowl, look, 3, 25)
    axes.set_zlabel("f")
    axes.view_init(30, -60)
    axes.set_box_aspect(None, zoom=0.98)
    return figure


def hidden_minimum(look: Look) -> Figure:
    """Draw the same surface from three sides, with the point that seems lowest on the page."""
    figure = stage(760, 330)
    line = np.linspace(-3, 3, 121)
    grid = np.array(np.meshgrid(line, line))
    for column, (elevation, turn) in enumerate(((35, -60), (60, -60), (88, -90)), start=1):
        axes = figure.add_subplot(1, 3, column, projection="3d")
        relief(axes, bowl, look, 3, 13)
        axes.view_init(elevation, turn)
        axes.set(xticks=[], yticks=[], zticks=[], xlabel="", ylabel="")
        axes.set_title(look.say(f"from {elevation}° up", f"仰角 {elevation}°"))
        axes.set_box_aspect(None, zoom=1.15)
        _, seen, _ = proj3d.proj_transform(
            *grid.reshape(2, -1), bowl(grid).ravel(), axes.get_proj()
        )
        lowest = grid.reshape(2, -1)[:, np.argmin(seen)]
        style = {"zorder": 10, "markersize": 10}
        axes.plot(*lowest, bowl(lowest), "v", color=look.colours.walk, **style)
        axes.plot(0, 0, 0, "*", color=look.colours.ink, **(style | {"markersize": 14}))
    return figure


def grid_points(look: Look) -> Figure:
    """Draw what meshgrid makes of three x0 and two x1: six points, two tables."""
    colours = look.colours
    figure, axes = canvas(700, 330)
    x0, x1 = np.array([1.0, 2.0, 3.0]), np.array([10.0, 20.0])
    for row, second in enumerate(x1):
        for column, first in enumerate(x0):
            axes.plot(first, second, "o", markersize=11, color=colours.mark)
            axes.text(
                first, second + 2.2, f"[{row}, {column}]: ({first:.0f}, {second:.0f})", ha="center"
            )
    axes.set(xlim=(0.4, 3.6), ylim=(5, 27), xticks=x0, yticks=x1, xlabel="x0", ylabel="x1")
    axes.grid(visible=True)
    return figure


def contour(look: Look) -> Figure:
    """Draw the bowl as a surface and as a map, side by side."""
    figure = stage(760, 400)
    grid = figure.add_gridspec(1, 2, width_ratios=(1.15, 1))
    left = figure.add_subplot(grid[0], projection="3d")
    relief(left, bowl, look, 3, 17)
    left.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2], zticks=[0, 5, 10, 15])
    left.set_box_aspect(None, zoom=0.9)
    right = figure.add_subplot(grid[1])
    filled = landscape(right, bowl, look, 3, (0.5, 1, 2, 4, 6, 9, 12, 15), 33)
    figure.colorbar(filled, ax=right, label="f", shrink=0.8)
    return figure


def two_panels(look: Look) -> Figure:
    """Draw what the lesson's own code draws: x² with a point on it, and its slope."""
    figure, axes = canvas(700, 320, 1, 2)
    x = np.linspace(-2, 2, 41)
    axes[0].plot(x, x**2, color=look.colours.mark)
    axes[0].plot(1.5, 1.5**2, "o", markersize=8, color=look.colours.walk)
    axes[0].set(xlabel="x", ylabel="f(x) = x²")
    axes[1].plot(x, 2 * x, color=look.colours.mark)
    axes[1].set(xlabel="x", ylabel="slope of f")
    return figure


def two_views(look: Look) -> Figure:
    """Draw one walk on the surface from two sides, and on the map."""
    figure = stage(760, 330)
    path = descent_path(bowl, START, 0.1, 30)
    for column, azimuth in enumerate((-60, 10)):
        axes = figure.add_subplot(1, 3, column + 1, projection="3d", computed_zorder=False)
        relief(axes, bowl, look, 3, 15)
        axes.plot(*path.T, bowl(path.T), ".-", color=look.colours.walk, linewidth=1.6, zorder=5)
        axes.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2], zticks=[0, 10])
        axes.view_init(35, azimuth)
        axes.set_box_aspect(None, zoom=0.85)
    chart = figure.add_subplot(1, 3, 3)
    landscape(chart, bowl, look, 3.5, (0.5, 1, 2, 4, 6, 9, 12, 15), 33)
    walk(chart, path, look)
    goal(chart, look)
    return figure


def map_with_path(look: Look) -> Figure:
    """Draw the finished picture: map, path, start and end."""
    figure, axes = canvas(700, 580)
    filled = landscape(axes, unequal_bowl, look, 3.5, (0.5, 2, 4, 7, 11, 16, 21, 27, 33))
    path = descent_path(unequal_bowl, START, 0.1, 100)
    walk(axes, path, look)
    goal(axes, look)
    axes.annotate(look.say("start", "出発点"), path[0], (10, 4), textcoords="offset points")
    axes.annotate(look.say("end", "終点"), path[-1], (10, -18), textcoords="offset points")
    figure.colorbar(filled, ax=axes, label="f = x₀² + 2x₁²")
    return figure


def swapped(look: Look) -> Figure:
    """Draw the unequal bowl right and with its axes exchanged."""
    figure, panels = canvas(720, 390, 1, 2)
    turned = {
        look.say("right: steep in x₁", "正しい：x₁ 方向が急"): unequal_bowl,
        look.say("swapped: steep in x₀", "入れ替わり：x₀ 方向が急"): lambda x: unequal_bowl(
            x[::-1]
        ),
    }
    for axes, (name, f) in zip(panels, turned.items(), strict=True):
        landscape(axes, f, look, 3, (1, 3, 6, 10, 15, 21), 27)
        axes.set_title(name)
    return figure


def scales(look: Look) -> Figure:
    """Draw the same path with equal and with unequal scales: only one shows the right angle."""
    figure, panels = canvas(720, 400, 1, 2)
    path = descent_path(bowl, START, 0.1, 100)
    for axes, name in zip(
        panels,
        (look.say("equal scales", "縦横同じ縮尺"), look.say("unequal scales", "縦横の縮尺が違う")),
        strict=True,
    ):
        landscape(axes, bowl, look, 3.5, (0.5, 2, 4.5, 8, 12.5, 18), 27)
        walk(axes, path, look)
        axes.set_title(name)
    panels[1].set_aspect(0.45)
    return figure


FIGURES = (
    surface,
    hidden_minimum,
    grid_points,
    contour,
    two_panels,
    two_views,
    map_with_path,
    swapped,
    scales,
)
