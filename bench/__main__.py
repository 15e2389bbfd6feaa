"""Measure, slice by slice: `python -m bench [peers|answers|scale|cores|kills|page] …`.

Without a word everything is measured, which takes the machine for about an hour.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from . import answers, kills, measured, page, scaling
from .peers.graders import GRADERS
from .scaling import FEW

PARTS = ("peers", "answers", "scale", "cores", "kills", "page")
MANY = 64  # a grader's start is left out: what these cost beyond a few is what counts


def peers(names: Sequence[str], rounds: int) -> None:
    """Measure graders in turn, so that what slows the machine slows them all."""
    rows: list[dict[str, float]] = []
    for number in range(rounds):
        row = {}
        for name in names or GRADERS:
            few, many = (GRADERS[name].measure(count) for count in (FEW, MANY))
            row[name] = round((many - few) / (MANY - FEW), 4)
            print(f"round {number + 1}: {name} {row[name]:.3f} s", flush=True)
        rows.append(row)
        measured.save("peers", rows)
    print(page.table("en", rows))


def waits(rounds: int) -> None:
    """Measure what a student waits for, the commands in turn."""
    rows = []
    for _number in range(rounds):
        rows.append(answers.measure())
        print(rows[-1], flush=True)
        measured.save("answers", rows)


def scale(sizes: Sequence[int]) -> None:
    """Measure classes of several sizes; a size that was measured before is measured anew."""
    for size in sizes or scaling.SIZES:
        row = scaling.measure(size)
        print(row, flush=True)
        kept = [one for one in measured.load().get("scale", []) if one["students"] != size]
        measured.save("scale", sorted([*kept, row], key=lambda one: one["students"]))


def cores(rounds: int) -> None:
    """Measure what a second core gives."""
    rows = []
    for _number in range(rounds):
        row = {name: round(value, 3) for name, value in scaling.speed_up(100).items()}
        print(row, flush=True)
        rows.append(row)
        measured.save("cores", rows)


def disturbed(count: int) -> None:
    """Kill a run so many times."""
    with tempfile.TemporaryDirectory() as folder:
        survived = kills.survive(count, count=12, folder=Path(folder))
    print(survived)
    measured.save("kills", asdict(survived))


def main() -> None:
    """Do what the words say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS)
    parser.add_argument("--only", nargs="+", default=(), choices=GRADERS, help="graders")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=(), help="students in a class")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--check", action="store_true", help="page: only say whether it is stale")
    given = parser.parse_args()
    if given.part in (None, "peers"):
        peers(given.only, given.rounds)
    if given.part in (None, "answers"):
        waits(given.rounds)
    if given.part in (None, "scale"):
        scale(given.sizes)
    if given.part in (None, "cores"):
        cores(given.rounds)
    if given.part in (None, "kills"):
        disturbed(given.kills)
    if given.part in (None, "page"):
        page.write(check=given.check)


if __name__ == "__main__":
    main()
