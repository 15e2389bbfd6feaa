"""The figures of two curvatures: the learning rates that each allows, and a tilted bowl."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, canvas
from docs.figures.loss import X, best_line, loss
from docs.figures.terrain import outline

FLAT, STEEP, RATE = 2, 4, 0.45
SECOND = np.array([[X @ X, X.sum()], [X.sum(), X.size]])  # second derivatives of the line's loss


def axes_of_the_bowl() -> list[tuple[float, np.ndarray]]:
    """Return the curvature and the direction, shape (2,), of both axes of the line's loss."""
    curvatures, directions = np.linalg.eigh(SECOND)
    return [(float(curvatures[k]), directions[:, k]) for k in (0, 1)]


def two_bars(look: Look) -> Figure:
    """Draw for each of two curvatures the learning rates that arrive, as a bar that ends at 2/L."""
    colours = look.colours
    figure, axes = canvas(700, 300)
    behind = {"facecolor": colours.paper, "edgecolor": "none", "pad": 1.5}
    for place, curvature, color, name in (
        (1, FLAT, colours.mark, "x₀"),
        (0, STEEP, colours.extra, "x₁"),
    ):
        axes.barh(place, 2 / curvature, 0.5, color=color, alpha=0.35)
        axes.plot([2 / curvature] * 2, [place - 0.25, place + 0.25], color=color, linewidth=4)
        label = look.say(
            f"{name}: curvature {curvature}, up to 2/{curvature} = {2 / curvature:g}",
            f"{name}：曲率 {curvature}、2/{curvature} = {2 / curvature:g} まで",
        )
        axes.text(0.01, place + 0.3, label, va="bottom", bbox=behind, zorder=4)
    best = 2 / (FLAT + STEEP)
    axes.axvline(best, color=colours.calm, linestyle="--")
    axes.text(best + 0.02, -0.55, f"2/(L + μ) = {best:.3f}", color=colours.calm, bbox=behind)
    axes.axvline(RATE, color=colours.walk)
    axes.text(RATE + 0.02, 1.75, f"lr = {RATE}", color=colours.walk, va="center")
    axes.set(
        xlim=(0, 1.2),
        ylim=(-0.65, 2),
        yticks=[],
        xlabel=look.say("learning rate lr", "学習率 lr"),
    )
    axes.spines["left"].set_visible(False)
    return figure


def tilted_bowl(look: Look) -> Figure:
    """Draw the map of the line's loss with its two axes, and the cut along each of them."""
    colours = look.colours
    figure, (chart, cuts) = canvas(740, 420, 1, 2)
    middle = np.array(best_line())
    line = np.linspace(-2.2, 2.2, 81)
    w, b = middle[0] + line, middle[1] + line
    heights = loss(*np.meshgrid(w, b))
    filled = chart.contourf(
        w, b, heights, (0.4, 1, 2, 4, 8, 14, 22, 32, 45), cmap=look.heights, extend="both"
    )
    outline(filled, look)
    styles = (
        (colours.mark, "-", look.say("long axis", "長い軸")),
        (colours.extra, "--", look.say("short axis", "短い軸")),
    )
    for (curvature, way), (color, dashes, name) in zip(axes_of_the_bowl(), styles, strict=True):
        ends = middle + np.outer([-2, 2], way)
        chart.plot(*ends.T, dashes, color=color)
        away = np.linspace(-2, 2, 81)
        along = loss(*(middle + np.outer(away, way)).T)
        label = look.say(f"{name}\ncurvature {curvature:.1f}", f"{name}\n曲率 {curvature:.1f}")
        cuts.plot(away, along, dashes, color=color, label=label)
    chart.plot(*middle, marker="*", markersize=15, color=colours.ink)
    chart.set(xlabel="w", ylabel="b", aspect="equal")
    cuts.set(xlabel=look.say("distance from the bottom", "底からの距離"), ylabel="E", ylim=(0, 38))
    cuts.legend(loc="upper center")
    return figure


FIGURES = (two_bars, tilted_bowl)
