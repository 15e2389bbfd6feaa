"""The figure of the page on performance: classes of many sizes, from what `make bench` measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from docs.figures.look import Look, canvas

MEASURED = Path(__file__).resolve().parents[2] / "bench" / "measured.json"
DATA = (MEASURED,)


def class_sizes(look: Look) -> Figure:
    """Draw processor time per student, and memory, against the size of the class."""
    rows = json.loads(MEASURED.read_text(encoding="utf-8"))["scale"]
    students = [row["students"] for row in rows]
    figure, (left, right) = canvas(720, 330, 1, 2)
    _curve(left, students, [1000 * row["processor"] / row["students"] for row in rows], look)
    left.set(title=look.say("time per student (ms)", "1 人あたりの時間（ms）"))
    _curve(right, students, [row["memory"] for row in rows], look)
    right.set(title=look.say("memory (MB)", "メモリ（MB）"))
    return figure


def _curve(axes: Any, students: list[int], values: list[float], look: Look) -> None:
    """Draw one curve, from 0 up, so that a small change looks small."""
    axes.semilogx(students, values, "o-", color=look.colours.mark)
    axes.set(xlabel=look.say("students", "人数"), ylim=(0, 1.2 * max(values)))
    axes.set_xticks(students[::2], [f"{count}" for count in students[::2]])
    axes.minorticks_off()
    axes.grid(visible=True)


FIGURES = (class_sizes,)
