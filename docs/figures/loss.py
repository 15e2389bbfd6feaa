"""The figures of the lesson "What a network minimises"."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from docs.figures.look import Look, canvas
from docs.figures.terrain import goal, outline

X = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
Y = np.array([1.2, 1.4, 2.6, 2.4, 3.4])


def loss(w: np.ndarray | float, b: np.ndarray | float) -> np.ndarray:
    """Give the sum of squared errors of the line w·x + b, halved, for any shape of w and b."""
    guess = np.multiply.outer(w, X) + np.asarray(b)[..., None]
    return 0.5 * np.sum((guess - Y) ** 2, axis=-1)


def best_line() -> tuple[float, float]:
    """Give the w and b at which the loss is smallest."""
    w, b = np.polyfit(X, Y, 1)
    return float(w), float(b)


def neuron(look: Look) -> Figure:
    """Draw one neuron: inputs times weights, plus the bias, through an activation."""
    colours = look.colours
    figure, axes = canvas(720, 330)
    axes.set(xlim=(0, 10), ylim=(0, 4.6), aspect="equal")
    axes.axis("off")
    arrow = {"arrowstyle": "-|>", "color": colours.ink, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}

    def knot(x: float, y: float, text: str, color: str, radius: float = 0.5) -> None:
        axes.add_patch(
            Circle((x, y), radius, facecolor=colours.paper, edgecolor=color, linewidth=2)
        )
        axes.text(x, y, text, ha="center", va="center", fontsize=15)

    for y, name, weight in ((3.6, "x₀", "w₀"), (2.2, "x₁", "w₁")):
        knot(0.9, y, name, colours.mark)
        axes.annotate("", (4.02, 2.2 + (y - 2.2) * 0.2), (1.4, y), arrowprops=arrow)
        axes.text(
            2.6, y - 0.12 * (y > 3) + 0.1, weight, ha="center", va="bottom", color=colours.walk
        )
    axes.annotate("", (4.15, 1.85), (1.4, 0.8), arrowprops=arrow)
    knot(0.9, 0.8, "1", colours.faint)
    axes.text(2.9, 1.05, "b", ha="center", color=colours.walk)
    knot(4.5, 2.2, "Σ", colours.ink)
    axes.annotate("", (6.4, 2.2), (5.0, 2.2), arrowprops=arrow)
    axes.text(5.7, 2.4, "a", ha="center", color=colours.ink)
    knot(6.9, 2.2, "φ", colours.calm)
    axes.annotate("", (8.7, 2.2), (7.4, 2.2), arrowprops=arrow)
    knot(9.2, 2.2, "y", colours.mark)
    axes.text(0.9, 4.25, look.say("inputs", "入力"), ha="center", va="bottom")
    axes.text(
        2.9,
        4.25,
        look.say("weights, bias", "重みとバイアス"),
        ha="center",
        va="bottom",
        color=colours.walk,
    )
    axes.text(4.6, 3.1, look.say("sum", "和"), ha="center", va="bottom")
    axes.text(
        6.9, 3.1, look.say("activation", "活性化関数"), ha="center", va="bottom", color=colours.calm
    )
    axes.text(9.2, 3.1, look.say("output", "出力"), ha="center", va="bottom")
    return figure


def error_squares(look: Look) -> Figure:
    """Draw two lines through five points, each error as a real square."""
    colours = look.colours
    figure, panels = canvas(720, 400, 1, 2)
    best = best_line()
    guesses = {
        look.say("a guess", "当てずっぽう"): (0.2, 2.4),
        look.say("the best line", "最良の直線"): best,
    }
    for axes, (name, (w, b)) in zip(panels, guesses.items(), strict=True):
        line = np.array([-0.5, 5.2])
        axes.plot(line, w * line + b, color=colours.mark)
        for x, y in zip(X, Y, strict=True):
            error = w * x + b - y
            axes.add_patch(
                Rectangle(
                    (x, y),
                    abs(error),
                    error,
                    facecolor=colours.walk,
                    alpha=0.35,
                    edgecolor=colours.walk,
                    linewidth=1.5,
                )
            )
        axes.plot(X, Y, "o", color=colours.ink)
        axes.set_title(f"{name}\nE = {float(loss(w, b)):.2f}")
        axes.set(xlim=(-0.5, 5.4), ylim=(-0.2, 5), aspect="equal", xlabel="x", ylabel="t, y")
    return figure


def loss_map(look: Look) -> Figure:
    """Draw the loss over w and b: every point of the map is one line."""
    figure, axes = canvas(700, 470)
    w, b = np.meshgrid(np.linspace(-0.4, 1.6, 81), np.linspace(-0.5, 3.5, 81))
    heights = loss(w, b)
    levels = (0.25, 0.5, 1, 2, 4, 8, 12, 18, 25, 35)
    filled = axes.contourf(w, b, heights, levels, cmap=look.heights, extend="both")
    outline(filled, look)
    best = best_line()
    goal(axes, look, best)
    axes.plot(0.2, 2.4, "o", markersize=8, color=look.colours.walk)
    axes.annotate(
        look.say("the guess", "当てずっぽう"), (0.2, 2.4), (0.28, 2.5), color=look.colours.walk
    )
    axes.annotate(look.say("the best line", "最良の直線"), best, (best[0] + 0.07, best[1] + 0.1))
    axes.set(
        xlabel=look.say("weight w (slope of the line)", "重み w（直線の傾き）"),
        ylabel=look.say("bias b (height at x = 0)", "バイアス b（切片）"),
    )
    figure.colorbar(filled, ax=axes, label="E(w, b)")
    return figure


FIGURES = (neuron, error_squares, loss_map)
