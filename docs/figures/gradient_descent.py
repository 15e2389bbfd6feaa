"""The figures of the lesson "Gradient descent"."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, canvas
from docs.figures.terrain import goal, landscape, walk
from docs.figures.walking import START, bowl, descent_path

RATE, STEPS = 0.1, 100


def descent(look: Look) -> Figure:
    """Draw the walk from (-2, 3) on the bowl, learning rate 0.1, 100 steps."""
    figure, axes = canvas(700, 580)
    filled = landscape(axes, bowl, look, 3.5, (0.5, 1, 2, 4, 6, 9, 12, 15, 18, 21))
    path = descent_path(bowl, START, RATE, STEPS)
    walk(axes, path, look)
    for step in (0, 1, 2, 3, 5, 10):
        axes.annotate(
            str(step), path[step], (5, 5), textcoords="offset points", color=look.colours.ink
        )
    goal(axes, look)
    figure.colorbar(filled, ax=axes, label="f = x₀² + x₁²")
    return figure


def one_step(look: Look) -> Figure:
    """Draw one step on x²: the slope at the point, and where the learning rate takes it."""
    colours = look.colours
    figure, axes = canvas(700, 420)
    x = np.linspace(-2.8, 2.2, 200)
    axes.plot(x, x**2, color=colours.mark)
    at, after = -2.0, -1.6
    line = np.array([-2.5, -1.0])
    axes.plot(line, at**2 + 2 * at * (line - at), "--", color=colours.faint)
    axes.plot([at, after], [at**2, after**2], "o", markersize=8, color=colours.walk)
    axes.vlines(
        [at, after], -0.45, [at**2, after**2], color=colours.faint, linewidth=1, linestyle=":"
    )
    axes.annotate(
        "",
        (after, -0.45),
        (at, -0.45),
        arrowprops={
            "arrowstyle": "-|>",
            "color": colours.walk,
            "lw": 2.5,
            "shrinkA": 0,
            "shrinkB": 0,
        },
    )
    axes.text(-1.75, 4.1, look.say("slope −4", "傾き −4"), color=colours.ink)
    axes.text(
        -1.5,
        -0.57,
        look.say("step −0.1 · (−4) = +0.4", "移動量 −0.1 · (−4) = +0.4"),
        color=colours.walk,
    )
    axes.set(xlabel="x", ylabel="f(x) = x²", ylim=(-1, 6.5))
    return figure


def shrinking(look: Look) -> Figure:
    """Draw both coordinates against the step: each is multiplied by 0.8 every time."""
    colours = look.colours
    path = descent_path(bowl, START, RATE, 30)
    figure, axes = canvas(700, 400)
    steps = np.arange(31)
    axes.axhline(0, color=colours.faint, linewidth=1)
    axes.plot(steps, path[:, 1], "o-", color=colours.extra, markersize=4, label="x₁ = 3 · 0.8ᵏ")
    axes.plot(steps, path[:, 0], "s-", color=colours.mark, markersize=4, label="x₀ = −2 · 0.8ᵏ")
    axes.set(xlabel=look.say("step k", "ステップ数 k"), ylabel=look.say("coordinate", "座標の値"))
    axes.legend()
    return figure


def two_lists(look: Look) -> Figure:
    """Draw a row of 5 points with 4 steps between them: the posts and the fence."""
    colours = look.colours
    figure, axes = canvas(700, 190)
    axes.plot(range(5), [0] * 5, "o", markersize=16, color=colours.mark)
    for step in range(4):
        axes.annotate(
            "",
            (step + 0.88, 0),
            (step + 0.12, 0),
            arrowprops={"arrowstyle": "-|>", "color": colours.walk, "lw": 2.2},
        )
        axes.text(
            step + 0.5,
            0.35,
            look.say(f"step {step + 1}", f"{step + 1} 歩目"),
            ha="center",
            color=colours.walk,
        )
        axes.text(step, -0.75, f"path[{step}]", ha="center")
    axes.text(4, -0.75, "path[4]", ha="center")
    axes.set(xlim=(-0.4, 4.4), ylim=(-1, 0.8))
    axes.axis("off")
    return figure


FIGURES = (descent, one_step, shrinking, two_lists)
