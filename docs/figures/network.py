"""The figures and the data of the notebook "From two variables to a network"."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, Picture, canvas
from docs.figures.terrain import goal, outline

Predict = Callable[[np.ndarray, np.ndarray], np.ndarray]


def line_and_map(
    loss: Callable[[np.ndarray], float], path: np.ndarray, x: np.ndarray, t: np.ndarray
) -> Picture:
    """Give the picture of a line walking to its data, and of its walk on the map of the loss."""

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
        data.set(xlabel="x", ylabel="t, y", ylim=(-0.2, 5))
        data.legend(loc="upper left", ncols=2, handlelength=1.6, columnspacing=1)
        ws, bs = np.linspace(-0.6, 1.4, 61), np.linspace(-0.4, 2.4, 61)
        heights = [[loss(np.array([w, b])) for w in ws] for b in bs]
        levels = (0.25, 0.5, 1, 2, 4, 8, 12, 18, 25)
        filled = chart.contourf(ws, bs, heights, levels, cmap=look.heights, extend="both")
        outline(filled, look)
        chart.plot(*path.T, "o-", color=colours.walk, markersize=3, linewidth=1.4)
        goal(chart, look, (float(path[-1][0]), float(path[-1][1])))
        chart.set(xlabel="w", ylabel="b")
        return figure

    return Picture(
        drawing,
        740,
        400,
        "Left: the five points and the line after 0, 2, 10 and 100 steps; the last one runs "
        "through the middle of the points. Right: the walk on the map of the loss. It jumps "
        "to and fro across a narrow valley and then creeps along it to the star.",
        "左は 5 つの点と、0、2、10、100 歩目の直線。最後の直線は点の真ん中を通る。右は損"
        "失の地図の上の歩み。細い谷をはさんで行き来してから、谷に沿ってゆっくり星印へ進む"
        "。",
    )


def losses(heights: np.ndarray) -> Picture:
    """Give the picture of the loss against the step."""

    def drawing(look: Look) -> Figure:
        figure, axes = canvas(700, 360)
        axes.semilogy(heights, color=look.colours.walk)
        axes.set(xlabel=look.say("step", "ステップ数"), ylabel=look.say("loss E", "損失 E"))
        axes.grid(visible=True)
        return figure

    return Picture(
        drawing,
        700,
        360,
        "The loss against the step on a logarithmic scale. It drops steeply at once, is nearly "
        "flat until about step 500, and then falls steadily to 0.0035.",
        "ステップ数に対する損失を対数目盛で描いた図。すぐに急に下がり、500 歩あたりまでは"
        "ほぼ平らで、そのあと 0.0035 まで下がり続ける。",
    )


def learning(
    predict: Predict, path: np.ndarray, steps: tuple[int, ...], x: np.ndarray, t: np.ndarray
) -> Picture:
    """Give the picture of the network's curve at some steps of its walk."""

    def drawing(look: Look) -> Figure:
        colours = look.colours
        figure, panels = canvas(740, 330, 1, len(steps))
        fine = np.linspace(x.min(), x.max(), 100)
        for axes, step in zip(panels, steps, strict=True):
            axes.plot(x, t, "o", color=colours.ink, markersize=4)
            axes.plot(fine, predict(path[step], fine), color=colours.walk)
            axes.set(
                xlabel="x",
                xticks=(-3, 0, 3),
                ylim=(-1.6, 1.6),
                title=look.say(f"step {step}", f"{step} 歩目"),
            )
        panels[0].set_ylabel("t, y")
        return figure

    return Picture(
        drawing,
        740,
        330,
        "Four small plots of the network's curve over the 25 points of the sine wave: at step "
        "0 it is far away, at step 30 it leans the right way, at step 300 it has the shape, "
        "at step 3000 it runs through all points.",
        "25 個の点で表した正弦波と、ネットワークの曲線の図が 4 つ。0 歩目は大きく外れ、30 "
        "歩目で向きが合い、300 歩目で形が似て、3000 歩目ではすべての点を通る。",
    )
