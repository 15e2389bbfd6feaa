"""The figures and the data of the notebook "From two variables to a network"."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Drawing, Look, canvas, goal

Predict = Callable[[np.ndarray, np.ndarray], np.ndarray]


def line_and_map(
    loss: Callable[[np.ndarray], float], path: np.ndarray, x: np.ndarray, t: np.ndarray
) -> Drawing:
    """Give the drawing of a line walking to its data, and of its walk on the map of the loss."""

    def drawing(look: Look) -> Figure:
        colours = look.colours
        figure, (data, chart) = canvas(740, 400, 1, 2)
        data.plot(x, t, "o", color=colours.ink)
        for step, dashes in ((0, ":"), (2, "-."), (10, "--"), (len(path) - 1, "-")):
            w, b = path[step]
            data.plot(
                x,
                w * x + b,
                dashes,
                color=colours.walk,
                label=look.say(f"step {step}", f"{step} 歩目"),
            )
        data.set(xlabel="x", ylabel="t, y")
        data.legend()
        ws, bs = np.linspace(-0.6, 1.4, 61), np.linspace(-0.4, 2.4, 61)
        heights = [[loss(np.array([w, b])) for w in ws] for b in bs]
        levels = (0.25, 0.5, 1, 2, 4, 8, 12, 18, 25)
        chart.contourf(ws, bs, heights, levels, cmap=look.heights, extend="both")
        chart.contour(ws, bs, heights, levels, colors=colours.faint, linewidths=0.6)
        chart.plot(*path.T, "o-", color=colours.walk, markersize=3, linewidth=1.4)
        goal(chart, look, (float(path[-1][0]), float(path[-1][1])))
        chart.set(xlabel="w", ylabel="b")
        return figure

    return drawing


def losses(heights: np.ndarray) -> Drawing:
    """Give the drawing of the loss against the step."""

    def drawing(look: Look) -> Figure:
        figure, axes = canvas(700, 360)
        axes.semilogy(heights, color=look.colours.walk)
        axes.set(xlabel=look.say("step", "ステップ数"), ylabel=look.say("loss E", "損失 E"))
        axes.grid(visible=True)
        return figure

    return drawing


def learning(
    predict: Predict, path: np.ndarray, steps: tuple[int, ...], x: np.ndarray, t: np.ndarray
) -> Drawing:
    """Give the drawing of the network's curve at some steps of its walk."""

    def drawing(look: Look) -> Figure:
        colours = look.colours
        figure, panels = canvas(740, 330, 1, len(steps))
        fine = np.linspace(x.min(), x.max(), 100)
        for axes, step in zip(panels, steps, strict=True):
            axes.plot(x, t, "o", color=colours.ink, markersize=4)
            axes.plot(fine, predict(path[step], fine), color=colours.walk)
            axes.set(xlabel="x", ylim=(-1.6, 1.6), title=look.say(f"step {step}", f"{step} 歩目"))
        panels[0].set_ylabel("t, y")
        return figure

    return drawing
