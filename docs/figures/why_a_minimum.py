"""The figures of the lesson "Why look for a minimum"."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Polygon

from docs.figures.look import Look, canvas

VOLUME = 350.0  # cm³, a drink can
BEST_RADIUS = (VOLUME / (2 * np.pi)) ** (1 / 3)


def metal(radius: np.ndarray | float) -> np.ndarray | float:
    """Give the surface in cm² of a closed can of VOLUME with the given radius in cm."""
    return 2 * np.pi * radius**2 + 2 * VOLUME / radius


def can_metal(look: Look) -> Figure:
    """Draw the metal that a can needs against its radius, and three cans to scale."""
    colours = look.colours
    figure, axes = canvas(700, 430)
    radius = np.linspace(1.5, 8, 200)
    axes.plot(radius, metal(radius), color=colours.mark)
    for r in (2.0, BEST_RADIUS, 6.5):
        axes.plot(r, metal(r), "o", markersize=8, color=colours.walk, zorder=5)
    axes.annotate(
        f"r = {BEST_RADIUS:.2f} cm\n{metal(BEST_RADIUS):.0f} cm²",
        (BEST_RADIUS, metal(BEST_RADIUS)),
        (BEST_RADIUS, 175),
        ha="center",
        va="center",
        arrowprops={"arrowstyle": "-", "color": colours.faint},
    )
    axes.set(
        xlabel=look.say("radius r of the can (cm)", "缶の半径 r（cm）"),
        ylabel=look.say("metal needed (cm²)", "必要な金属の面積（cm²）"),
        xlim=(1, 8.4),
        ylim=(130, 640),
    )
    for r in (2.0, BEST_RADIUS, 6.5):
        _can(axes, look, r)
    return figure


def _can(axes: Axes, look: Look, radius: float) -> None:
    """Stand a can of VOLUME above its point of the curve, to the scale of the other cans."""
    width, height = 1.9, 240  # in the units of the axes
    place = (radius - width / 2, float(metal(radius)) + 12, width, height)
    inset = axes.inset_axes(place, transform=axes.transData, anchor="S")
    inset.set(aspect="equal", xlim=(-10, 10), ylim=(-3, 30))
    inset.axis("off")
    colours = look.colours
    tin = colours.heights[-1 if look.scheme == "light" else 0]
    style = {"facecolor": tin, "edgecolor": colours.ink, "linewidth": 1.2}
    turn = np.linspace(np.pi, 2 * np.pi, 40)
    top = VOLUME / (np.pi * radius**2)
    x = np.concatenate(([-radius], radius * np.cos(turn), [radius]))
    y = np.concatenate(([top], radius / 4 * np.sin(turn), [top]))
    inset.add_patch(Polygon(np.column_stack((x, y)), **style))
    inset.add_patch(Ellipse((0, top), 2 * radius, radius / 2, **style))


def slope_tells(look: Look) -> Figure:
    """Draw x² with three tangents: the sign of the slope says which way is down."""
    colours = look.colours
    figure, axes = canvas(700, 400)
    x = np.linspace(-2.6, 2.6, 200)
    axes.plot(x, x**2, color=colours.mark)
    labels = {
        -1.6: look.say("slope −3.2\ngo right", "傾き −3.2\n右へ進む"),
        0.0: look.say("slope 0\nstay", "傾き 0\n動かない"),
        1.2: look.say("slope 2.4\ngo left", "傾き 2.4\n左へ進む"),
    }
    for at, label in labels.items():
        near = np.array([at - 0.75, at + 0.75])
        axes.plot(near, at**2 + 2 * at * (near - at), color=colours.walk, linewidth=1.8)
        axes.plot(at, at**2, "o", markersize=8, color=colours.walk)
        shift = -1.15 if at < 0 else 1.15
        place = (at + shift, at**2) if at else (0, -1.15)
        axes.text(*place, label, ha="center", va="center")
        if at:
            axes.annotate(
                "",
                (at - np.sign(at) * 0.8, -0.35),
                (at, -0.35),
                arrowprops={"arrowstyle": "-|>", "color": colours.walk, "lw": 2.5},
            )
    axes.set(xlabel="x", ylabel="f(x) = x²", xlim=(-3.4, 3.4), ylim=(-1.7, 5))
    return figure


FIGURES = (can_metal, slope_tells)
