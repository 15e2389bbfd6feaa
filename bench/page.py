"""The pages on performance, in both languages, from what was measured and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from . import measured
from .students import ROOT

LANGUAGES = ("en", "ja")
TEMPLATES = Path(__file__).with_name("templates")
NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "calls": "the calls alone, in one process for all",
        "floor": "the floor: the same calls in forked processes, nothing else",
        "ours": "`autograder grade`, locked down, to verdict files",
        "whole command": "`autograder grade`, with the gradebook and every feedback page",
        "pytest": "a fresh pytest process for each student",
        "nbgrader": "`nbgrader autograde`",
        "otter": "otter, by its function, in one process",
    },
    "ja": {
        "calls": "呼び出しだけ（全員を 1 プロセスで）",
        "floor": "下限：fork したプロセスで同じ呼び出しだけを行う",
        "ours": "`autograder grade`（隔離あり、判定ファイルまで）",
        "whole command": "`autograder grade`（成績表と全フィードバックページを含む）",
        "pytest": "学生ごとに新しい pytest プロセス",
        "nbgrader": "`nbgrader autograde`",
        "otter": "otter（関数として、1 プロセスで）",
    },
}


# How many times what it is compared with a command may take at most.
WANTED = {"help": 1.3, "numerical_gradient": 3.0, "gradient_descent": 3.0, "plotting": 1.5}
# What a student waits for, what it is compared with, and how both are called.
WAITS: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "en": [
        ("help", "typer", "`autograder --help`, beside that of a typer program with two commands"),
        ("numerical_gradient", "numpy", "`check numerical_gradient.py`, beside `import numpy`"),
        ("gradient_descent", "numpy", "`check gradient_descent.py`, beside `import numpy`"),
        ("plotting", "pyplot", "`check plotting.py`, beside `import matplotlib.pyplot`"),
    ],
    "ja": [
        (
            "help",
            "typer",
            "`autograder --help`：コマンド 2 つの typer プログラムと比べて",
        ),
        ("numerical_gradient", "numpy", "`check numerical_gradient.py`：`import numpy` と比べて"),
        ("gradient_descent", "numpy", "`check gradient_descent.py`：`import numpy` と比べて"),
        ("plotting", "pyplot", "`check plotting.py`：`import matplotlib.pyplot` と比べて"),
    ],
}
EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")


class StaleError(Exception):
    """A page that does not say what was measured."""


def path(language: str) -> Path:
    """Say where a page lies."""
    return ROOT / "docs" / language / "reference" / "performance.md"


def text(language: str, content: Mapping[str, Any]) -> str:
    """Give a page."""
    template = Template((TEMPLATES / f"performance.{language}.md").read_text(encoding="utf-8"))
    return template.substitute(
        graders=table(language, content["peers"]),
        waits=_waits(language, content["answers"]),
        saves=_saves(content["answers"]),
        presses=_presses(content["answers"]),
        wait_rounds=len(content["answers"]),
        rounds=len(content["peers"]),
        sizes=_sizes(content["scale"]),
        **_facts(content),
    )


def write(*, check: bool = False) -> None:
    """Write both pages.

    Args:
        check: only compare.

    Raises:
        StaleError: a page is not what the measurements give.
    """
    content = measured.load()
    for language in LANGUAGES:
        fresh = text(language, content)
        place = path(language)
        if check and (not place.exists() or place.read_text(encoding="utf-8") != fresh):
            raise StaleError(f"{place} is stale: run `python -m bench page`")
        if not check:
            place.write_text(fresh, encoding="utf-8")


def table(language: str, rounds: Sequence[Mapping[str, float]]) -> str:
    """Give the table of the graders that were measured beside ours.

    It says their seconds, and how many times ours that is, each with its spread.
    """
    lines = []
    for name in NAMES[language]:
        beside_ours = [row for row in rounds if name in row and "ours" in row]
        if not beside_ours:
            continue
        seconds = [row[name] for row in beside_ours]
        ratios = [row[name] / row["ours"] for row in beside_ours]
        middle, least, most = measured.spread(seconds)
        ratio, low, high = measured.spread(ratios)
        lines.append(
            f"| {NAMES[language][name]} | {middle:.3f} ({least:.3f}–{most:.3f}) "
            f"| {ratio:.2f} ({low:.2f}–{high:.2f}) |"
        )
    return "\n".join(lines)


def _waits(language: str, rounds: Sequence[Mapping[str, float]]) -> str:
    """Give the table of commands that a student waits for."""
    lines = []
    for name, beside, said in WAITS[language]:
        seconds, least, most = measured.spread([row[name] for row in rounds])
        ratio, low, high = measured.spread([row[name] / row[beside] for row in rounds])
        lines.append(
            f"| {said} | {seconds:.2f} ({least:.2f}–{most:.2f}) "
            f"| {ratio:.2f} ({low:.2f}–{high:.2f}) | {WANTED[name]} |"
        )
    return "\n".join(lines)


def _presses(rounds: Sequence[Mapping[str, float]]) -> str:
    """Give the table of check cells."""
    lines = []
    for name in EXERCISES:
        first, again = (
            measured.spread([row[f"{name} {which}"] for row in rounds])[0]
            for which in ("first", "again")
        )
        lines.append(f"| `{name}` | {first:.2f} | {again:.2f} |")
    return "\n".join(lines)


def _saves(rounds: Sequence[Mapping[str, float]]) -> str:
    """Give the table of saves that are watched."""
    lines = []
    for name in EXERCISES:
        clock = measured.spread([row[f"{name} saved"] for row in rounds])[0]
        processor = measured.spread([row[f"{name} processor"] for row in rounds])[0]
        lines.append(f"| `{name}` | {clock:.2f} | {processor:.2f} |")
    return "\n".join(lines)


def _sizes(rows: Sequence[Mapping[str, float]]) -> str:
    """Give the table of class sizes."""
    return "\n".join(
        f"| {row['students']} | {1000 * row['processor'] / row['students']:.0f} "
        f"| {row['memory']:.0f} | {row['again'] / row['processor']:.1%} |"
        for row in rows
    )


def _facts(content: Mapping[str, Any]) -> dict[str, object]:
    """Give the numbers that stand in sentences."""
    peers = content["peers"]
    of_floor = measured.spread([row["ours"] / row["floor"] for row in peers])
    of_calls = measured.spread([row["nbgrader"] / row["calls"] for row in peers])
    from_floor = measured.spread([row["nbgrader"] / row["floor"] for row in peers])
    of_cores = measured.spread([row["ratio"] for row in content["cores"]])
    of_both = measured.spread([row["floor"] for row in content["cores"]])
    machine = content["machine"]
    return {
        "floor": f"{of_floor[0]:.2f}",
        "bound": f"{of_calls[0]:.0f}",
        "forked_bound": f"{from_floor[0]:.0f}",
        "cores": f"{of_cores[0]:.2f}",
        "floor_cores": f"{of_both[0]:.2f}",
        "kills": content["kills"]["kills"],
        "twice": content["kills"]["twice"],
        "processor": machine["processor"],
        "python": machine["python"],
        "numpy": machine["numpy"],
        "matplotlib": machine["matplotlib"],
    }
