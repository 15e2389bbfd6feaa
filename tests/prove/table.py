"""The proof on a terminal: a confusion matrix and a table of checks for each exercise."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from autograder.course.exercise import Exercise

from .cases import NO_KEY, Case, Kind
from .running import Judged
from .survivors import Change

RIGHT = "right"


def matrix(judged: Collection[Judged], keys: Sequence[str]) -> Iterator[str]:
    """Give the confusion matrix: a row for what a file is, a column for what it was called."""
    columns = [*keys, NO_KEY, RIGHT]
    counts: Counter[tuple[str, str]] = Counter()
    for one in judged:
        if one.case.kind in (Kind.RIGHT, Kind.WRONG):
            for is_, called in _cells(one):
                counts[is_, called] += 1
    width = max(map(len, columns))
    numbers = "".join(f"{index:>3}" for index in range(1, len(columns) + 1))
    yield f"  {'':{width + 3}}{numbers}"
    for index, row in enumerate(columns, 1):
        cells = "".join(f"{counts[row, column] or '·':>3}" for column in columns)
        yield f"  {index:>2} {row:{width}}{cells}"


def _cells(one: Judged) -> Iterator[tuple[str, str]]:
    """Pair what a file is with what it was called; what is right on both sides pairs first."""
    is_ = set(one.case.expected) or {RIGHT if one.case.is_right else NO_KEY}
    called = set(one.keys) or {RIGHT if one.is_full else NO_KEY}
    for both in is_ & called:
        yield both, both
    for row in is_ - called or (is_ if called - is_ else set()):
        for column in called - is_ or (called if is_ - called else set()):
            yield row, column


def checks(
    exercise: Exercise, judged: Collection[Judged], witnesses: Mapping[str, Case]
) -> Iterator[str]:
    """Give a row for each check: its points, whom it caught, and who would miss it.

    A case counts for the first check that it fails. A check's kill rate is its share of the
    mutants that lose points.
    """
    own = [one for one in judged if one.case.exercise == exercise.name]
    caught: Counter[tuple[str, str]] = Counter()
    for one in own:
        if one.failed:
            caught[one.failed[0], one.case.kind] += 1
    killed = sum(one.case.kind is Kind.MUTANT and not one.is_full for one in own)
    width = max(len(check.name) for check in exercise.checks)
    yield f"  {'check':{width}}  points  files  mutants  kill rate  missed by"
    for check in exercise.checks:
        files, mutants = caught[check.name, Kind.WRONG], caught[check.name, Kind.MUTANT]
        yield (
            f"  {check.name:{width}}  {check.points:>6g}  {files:>5}  {mutants:>7}"
            f"  {mutants / max(killed, 1):>9.1%}  {_short(witnesses.get(check.name))}"
        )


def survivors(excused: Mapping[Change, str]) -> Iterator[str]:
    """Give the mutants that may survive, those of one line together, each with the reason."""
    yield "mutants that change nothing that the contract asks for"
    groups = itertools.groupby(excused.items(), key=lambda entry: (entry[0][:3], entry[1]))
    for ((exercise, function, before), reason), group in groups:
        yield f"  {exercise}/{function}: {before or '…'}"
        yield from (f"    →  {after or '(removed)'}" for (*_, after), _reason in group)
        yield f"    {reason}"


def _short(case: Case | None) -> str:
    return "nobody: idle" if case is None else f"{case.kind} {case.name}"[:70]
