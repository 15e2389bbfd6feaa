"""The figures of the lesson "The numerical gradient"; the error curve is measured."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from docs.figures.look import Look, canvas

AT = 1.0
EXACT = float(np.exp(AT))  # the derivative of exp at 1 is e


def forward_error(h: np.ndarray) -> np.ndarray:
    """Measure the relative error of the forward difference of exp at 1."""
    return np.abs((np.exp(AT + h) - np.exp(AT)) / h - EXACT) / EXACT


def central_error(h: np.ndarray) -> np.ndarray:
    """Measure the relative error of the central difference of exp at 1."""
    return np.abs((np.exp(AT + h) - np.exp(AT - h)) / (2 * h) - EXACT) / EXACT


def secants(look: Look) -> Figure:
    """Draw the tangent of exp at 1 with the forward and the central secant for h = 0.8."""
    colours = look.colours
    figure, panels = canvas(740, 400, 1, 2)
    h, x = 0.8, np.linspace(-0.2, 2.2, 120)
    cases = (
        (look.say("forward", "前進差分"), AT, AT + h, h, colours.walk),
        (look.say("central", "中心差分"), AT - h, AT + h, 2 * h, colours.calm),
    )
    for axes, (name, left, right, width, color) in zip(panels, cases, strict=True):
        slope = (np.exp(right) - np.exp(left)) / width
        line = np.array([left - 0.3, right + 0.3])
        axes.plot(x, np.exp(x), color=colours.mark)
        axes.plot(
            x[20:],
            np.exp(AT) + EXACT * (x[20:] - AT),
            "--",
            color=colours.faint,
            label=look.say(f"tangent: {EXACT:.2f}", f"接線 {EXACT:.2f}"),
        )
        axes.plot(
            line,
            np.exp(left) + slope * (line - left),
            color=color,
            label=look.say(f"secant: {slope:.2f}", f"割線 {slope:.2f}"),
        )
        axes.plot([left, right], np.exp([left, right]), "o", color=color)
        axes.plot(AT, np.exp(AT), "o", markerfacecolor="none", markersize=10, color=colours.ink)
        axes.set_title(name)
        axes.set(xlabel="x", ylim=(0, 9), xlim=(-0.2, 2.3))
        axes.set_xticks([left, AT, right] if left < AT else [AT, right])
        axes.set_xticklabels(["x − h", "x", "x + h"] if left < AT else ["x", "x + h"])
        axes.set_xlabel("")
        axes.legend(loc="upper left")
    panels[0].set_ylabel("f(x) = eˣ")
    return figure


def difference_error(look: Look) -> Figure:
    """Draw the measured error of both differences against h, on logarithmic scales."""
    colours = look.colours
    figure, axes = canvas(700, 480)
    h = np.logspace(-15, 0, 181)
    axes.loglog(
        h,
        forward_error(h) + 1e-17,
        color=colours.walk,
        linewidth=1.4,
        linestyle="--",
        label=look.say("forward difference", "前進差分"),
    )
    axes.loglog(
        h,
        central_error(h) + 1e-17,
        color=colours.calm,
        linewidth=1.8,
        label=look.say("central difference", "中心差分"),
    )
    axes.axvline(1e-4, color=colours.ink, linewidth=1.4, linestyle=":")
    axes.text(1.4e-4, 0.03, "h = 10⁻⁴", color=colours.ink)
    axes.text(2e-13, 2e-9, look.say("round-off\ngrows", "丸め誤差が\n大きくなる"), ha="center")
    axes.text(3e-3, 5e-9, look.say("the formula's\nown error", "打ち切り誤差\n（公式の誤差）"))
    axes.set(
        xlabel=look.say("step h (← smaller)", "刻み幅 h（← 小さい）"),
        ylabel=look.say("relative error, measured", "相対誤差（実測）"),
        ylim=(1e-13, 3),
        xlim=(1e-15, 1),
    )
    axes.grid(visible=True)
    axes.legend(loc="lower left")
    return figure


def where_f_is_asked(look: Look) -> Figure:
    """Draw the points at which f is asked: right, one-sided, not restored, all at once."""
    colours = look.colours
    cases = (
        (
            look.say("central: right", "中心差分（正しい）"),
            [(1, 0), (-1, 0), (0, 1), (0, -1)],
            True,
        ),
        (look.say("only one side", "片側だけ"), [(1, 0), (0, 1), (0, 0)], False),
        (
            look.say("x not put back", "x を元に戻していない"),
            [(1, 0), (-1, 0), (-1, 1), (-1, -1)],
            False,
        ),
        (look.say("all at once", "全成分を同時に動かす"), [(1, 1), (-1, -1)], False),
    )
    figure, panels = canvas(720, 620, 2, 2)
    for axes, (name, points, right) in zip(panels.flat, cases, strict=True):
        axes.axhline(0, color=colours.faint, linewidth=0.8)
        axes.axvline(0, color=colours.faint, linewidth=0.8)
        axes.plot(0, 0, "x", color=colours.ink, markersize=12, markeredgewidth=2)
        color = colours.calm if right else colours.walk
        axes.plot(*np.array(points).T, "o" if right else "s", color=color, markersize=11)
        axes.set_title(name)
        axes.set(xlim=(-1.6, 1.6), ylim=(-1.6, 1.6), aspect="equal")
        axes.set_xticks([-1, 0, 1], ["x₀ − h", "x₀", "x₀ + h"])
        axes.set_yticks([-1, 0, 1], ["x₁ − h", "x₁", "x₁ + h"])
    return figure


FIGURES = (secants, difference_error, where_f_is_asked)
