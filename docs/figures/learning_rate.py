"""The figures of the lesson "The learning rate"."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, canvas
from docs.figures.terrain import goal, landscape, walk
from docs.figures.walking import START, bowl, descent_path, two_valleys, unequal_bowl

STEPS = 20


def names(look: Look) -> dict[float, str]:
    """Give the four learning rates of the lesson, each with its name."""
    return {
        0.01: look.say("too small", "小さすぎる"),
        0.1: look.say("good", "ちょうどよい"),
        0.95: look.say("too large", "大きすぎる"),
        1.02: look.say("diverges", "発散する"),
    }


def four_rates(look: Look) -> Figure:
    """Draw twenty steps on the bowl with four learning rates."""
    figure, panels = canvas(720, 700, 2, 2)
    for axes, (rate, name) in zip(panels.flat, names(look).items(), strict=True):
        landscape(axes, bowl, look, 5, (1, 3, 6, 9, 13, 18, 24, 32, 40), 37)
        walk(axes, descent_path(bowl, START, rate, STEPS), look, markersize=3, linewidth=1.2)
        goal(axes, look)
        axes.set_title(f"lr = {rate}  {name}")
        axes.set(xlim=(-5, 5), ylim=(-5, 5))
    return figure


def rate_curves(look: Look) -> Figure:
    """Draw f against the step for the four learning rates, on a logarithmic scale."""
    colours = look.colours
    figure, axes = canvas(700, 440)
    styles = zip(
        names(look).items(),
        ((colours.mark, "-."), (colours.calm, "-"), (colours.walk, "--"), (colours.extra, ":")),
        strict=True,
    )
    for (rate, name), (color, dashes) in styles:
        heights = bowl(descent_path(bowl, START, rate, 60).T)
        axes.semilogy(heights, dashes, color=color, label=f"{rate}  {name}")
    axes.set(xlabel=look.say("step k", "ステップ数 k"), ylabel="f = x₀² + x₁²")
    axes.legend(title=look.say("learning rate", "学習率"))
    axes.grid(visible=True)
    return figure


def factor(look: Look) -> Figure:
    """Draw |1 - lr·L| against lr for L = 2 and L = 4: below 1 the walk arrives."""
    colours = look.colours
    rate = np.linspace(0, 1.2, 241)
    figure, axes = canvas(700, 400)
    axes.axhspan(1, 1.6, color=colours.walk, alpha=0.18, linewidth=0)
    axes.plot(rate, abs(1 - 2 * rate), color=colours.mark, label=look.say("curvature 2", "曲率 2"))
    axes.plot(
        rate, abs(1 - 4 * rate), "--", color=colours.extra, label=look.say("curvature 4", "曲率 4")
    )
    axes.plot([1, 0.5], [1, 1], "o", color=colours.ink)
    axes.text(0.05, 1.3, look.say("grows: diverges", "増える：発散"))
    axes.text(0.55, 0.8, look.say("shrinks: arrives", "縮む：収束"))
    axes.set(
        xlabel=look.say("learning rate lr", "学習率 lr"),
        ylabel=look.say("factor per step |1 − lr·L|", "1 ステップの倍率 |1 − lr·L|"),
        ylim=(0, 1.6),
        xlim=(0, 1.2),
    )
    axes.legend(loc="lower right")
    return figure


def zigzag(look: Look) -> Figure:
    """Draw lr = 0.45 on the unequal bowl: the steep direction bounces, the flat one glides."""
    figure, axes = canvas(700, 580)
    filled = landscape(axes, unequal_bowl, look, 3.5, (0.5, 2, 4, 7, 11, 16, 21, 27, 33))
    walk(axes, descent_path(unequal_bowl, START, 0.45, 20), look)
    goal(axes, look)
    figure.colorbar(filled, ax=axes, label="f = x₀² + 2x₁²")
    return figure


def calm_walk(look: Look) -> Figure:
    """Draw lr = 0.3 on the unequal bowl: a walk that is there after a few steps."""
    figure, axes = canvas(700, 580)
    filled = landscape(axes, unequal_bowl, look, 3.5, (0.5, 2, 4, 7, 11, 16, 21, 27, 33))
    walk(axes, descent_path(unequal_bowl, START, 0.3, 20), look)
    goal(axes, look)
    figure.colorbar(filled, ax=axes, label="f = x₀² + 2x₁²")
    return figure


def two_ends(look: Look) -> Figure:
    """Draw two walks on a landscape with two valleys: each ends in its own."""
    figure, axes = canvas(700, 580)
    filled = landscape(axes, two_valleys, look, 3.2, (-0.8, -0.3, 0.3, 1, 1.8, 3, 5, 8, 12))
    colours = look.colours
    for start, color, marker in (
        ((-0.3, 2.5), colours.walk, "o"),
        ((0.6, 2.5), colours.extra, "s"),
    ):
        path = descent_path(two_valleys, np.array(start), 0.05, 200)
        walk(axes, path, look, color=color, marker=marker)
        goal(axes, look, (float(path[-1][0]), float(path[-1][1])))
    figure.colorbar(filled, ax=axes, label="f")
    return figure


FIGURES = (four_rates, rate_curves, factor, zigzag, calm_walk, two_ends)
