"""The figures of the lesson "Partial derivatives and critical points"."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, canvas, stage
from docs.figures.terrain import goal, landscape, relief
from docs.figures.walking import bowl, unequal_bowl


def hill(x: np.ndarray) -> np.ndarray:
    """Give -x0² - x1², whose only critical point is a maximum."""
    return -bowl(x)


def saddle(x: np.ndarray) -> np.ndarray:
    """Give x0² - x1², whose only critical point is a saddle."""
    return x[0] ** 2 - x[1] ** 2


def slices(look: Look) -> Figure:
    """Draw the bowl cut at x1 = 1, and the cut itself with its tangent at x0 = -1.5."""
    colours = look.colours
    figure, (left, right) = canvas(720, 390, 1, 2)
    landscape(left, bowl, look, 3, 10)
    left.axhline(1, color=colours.mark)
    left.plot(-1.5, 1, "o", markersize=8, color=colours.walk)
    left.set_title(look.say("the map, cut at x₁ = 1", "地図を x₁ = 1 で切る"))
    x = np.linspace(-3, 3, 120)
    right.plot(x, x**2 + 1, color=colours.mark)
    near = np.array([-2.6, -0.4])
    right.plot(near, 3.25 - 3 * (near + 1.5), color=colours.walk)
    right.plot(-1.5, 3.25, "o", markersize=8, color=colours.walk)
    right.text(0.05, 7.6, look.say("slope −3", "傾き −3"), color=colours.walk, ha="center")
    right.set(xlabel="x₀", ylabel="f(x₀, 1)", ylim=(0, 10))
    right.set_title(look.say("the cut: a curve in x₀", "切り口は x₀ の曲線"))
    return figure


def gradient_field(look: Look) -> Figure:
    """Draw the arrows of -∇f over the unequal bowl: the same arrows, turned round."""
    return _arrows(look, -1)


def _arrows(look: Look, way: int) -> Figure:
    """Draw the gradient at 36 points of the unequal bowl, or, with way = -1, what is against it."""
    figure, axes = canvas(700, 580)
    filled = landscape(axes, unequal_bowl, look, 3, (1, 2, 4, 6, 9, 12, 16, 20, 24))
    reach = 2.0 if way > 0 else 2.5  # so that no arrow ends outside
    line = np.linspace(-reach, reach, 6)
    x0, x1 = np.meshgrid(line, line)
    color = look.colours.mark if way > 0 else look.colours.walk
    axes.quiver(x0, x1, way * 2 * x0, way * 4 * x1, color=color, angles="xy", scale=75, width=0.006)
    goal(axes, look)
    axes.set(xlim=(-3, 3), ylim=(-3, 3))
    figure.colorbar(filled, ax=axes, label="f = x₀² + 2x₁²")
    return figure


def gradient_uphill(look: Look) -> Figure:
    """Draw the arrows of ∇f over the unequal bowl: square to the contours, longer where steep."""
    return _arrows(look, 1)


def three_kinds(look: Look) -> Figure:
    """Draw a minimum, a maximum and a saddle side by side: the surface above, the map below."""
    kinds = {
        look.say("minimum", "極小"): (bowl, "x₀² + x₁²\nD = 4,  fₓₓ = 2"),
        look.say("maximum", "極大"): (hill, "−x₀² − x₁²\nD = 4,  fₓₓ = −2"),
        look.say("saddle", "鞍点"): (saddle, "x₀² − x₁²\nD = −4"),
    }
    figure = stage(760, 560)
    for column, (name, (f, formula)) in enumerate(kinds.items(), start=1):
        above = figure.add_subplot(2, 3, column, projection="3d")
        relief(above, f, look, 2, 13)
        above.set(xticks=[], yticks=[], zticks=[], xlabel="", ylabel="")
        above.view_init(28, -60)
        above.set_box_aspect(None, zoom=1.2)
        above.set_title(name)
        below = figure.add_subplot(2, 3, column + 3)
        landscape(below, f, look, 2, 9, 33)
        below.plot(0, 0, "o", color=look.colours.walk)
        below.set_title(formula, fontsize=14)
        if column > 1:
            below.set_ylabel("")
    return figure


def family(look: Look) -> Figure:
    """Draw the maps of x0² + c x1² for c = 1, 0 and -1: a bowl, a gutter, a saddle."""
    figure, panels = canvas(740, 330, 1, 3)
    names = (look.say("bowl", "お椀"), look.say("gutter", "雨どい"), look.say("saddle", "鞍"))
    for axes, curvature, name in zip(panels, (1, 0, -1), names, strict=True):
        landscape(axes, lambda x, c=curvature: x[0] ** 2 + c * x[1] ** 2, look, 2, 9, 33)
        axes.plot(0, 0, "o", color=look.colours.walk)
        title = f"c = {curvature}  {name}\nD = {4 * curvature}"
        axes.set_title(title.replace("-", "−"), fontsize=14)
    for axes in panels[1:]:
        axes.set_ylabel("")
    return figure


def undecided(look: Look) -> Figure:
    """Draw two maps with D = 0 at the origin: one a minimum, one not."""
    cases = {
        look.say("x₀² + x₁⁴: a minimum", "x₀² + x₁⁴：極小"): lambda x: x[0] ** 2 + x[1] ** 4,
        look.say("x₀² − x₁⁴: no minimum", "x₀² − x₁⁴：極小ではない"): lambda x: (
            x[0] ** 2 - x[1] ** 4
        ),
    }
    figure, panels = canvas(720, 390, 1, 2)
    for axes, (title, f) in zip(panels, cases.items(), strict=True):
        filled = landscape(axes, f, look, 1.5, np.linspace(-2, 4, 13), 37)
        axes.plot(0, 0, "o", color=look.colours.walk)
        axes.set_title(title)
    figure.colorbar(filled, ax=panels, shrink=0.75, label="f")
    return figure


FIGURES = (slices, gradient_uphill, gradient_field, three_kinds, family, undecided)
