"""The figure of the lesson "Where it goes next"."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, canvas
from docs.figures.terrain import goal, outline, walk
from docs.figures.walking import adam_path, descent_path, momentum_path, ravine

RAVINE_START = np.array([-6.0, 2.0])
RAVINE_STEPS = 40


def ravine_walks() -> dict[str, np.ndarray]:
    """Give forty steps down the ravine by each of the three walks."""
    return {
        "descent": descent_path(ravine, RAVINE_START, 0.9, RAVINE_STEPS),
        "momentum": momentum_path(ravine, RAVINE_START, 0.5, 0.5, RAVINE_STEPS),
        "adam": adam_path(ravine, RAVINE_START, 0.2, RAVINE_STEPS),
    }


def three_walks(look: Look) -> Figure:
    """Draw the same ravine walked by plain descent, with momentum and with Adam."""
    titles = {
        "descent": look.say("gradient descent, lr = 0.9", "勾配降下法 lr = 0.9"),
        "momentum": look.say("with momentum, lr = 0.5", "モーメンタム lr = 0.5"),
        "adam": look.say("Adam, lr = 0.2", "Adam lr = 0.2"),
    }
    figure, panels = canvas(600, 780, 3, 1)
    x0, x1 = np.meshgrid(np.linspace(-7, 4, 67), np.linspace(-2.5, 2.5, 31))
    levels = (0.05, 0.2, 0.5, 1, 1.8, 3, 4.5, 6)
    for axes, (name, path) in zip(panels, ravine_walks().items(), strict=True):
        heights = ravine(np.array([x0, x1]))
        filled = axes.contourf(x0, x1, heights, levels, cmap=look.heights, extend="both")
        outline(filled, look)
        walk(axes, path, look)
        goal(axes, look)
        axes.set(aspect="equal", ylabel="x₁", title=titles[name], xlim=(-7, 4), ylim=(-2.5, 2.5))
    panels[-1].set_xlabel("x₀")
    return figure


FIGURES = (three_walks,)
