"""Idle checks: those that nobody would miss."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from autograder.verdict import Outcome

from .cases import Kind
from .running import Judged, Pool, Task

# How many cases are graded again without a check, before it counts as idle: in turns, as the
# first one nearly always shows that the check is missed.
TURNS = (1, 3, 8)

Name = tuple[str, str]


def witnesses(
    judged: Collection[Judged], checks: Collection[Name], pool: Pool
) -> Mapping[Name, Judged]:
    """Give, for each check, a case that would be judged better, or less exactly, without it.

    Args:
        judged: every case, graded with all checks.
        checks: exercise and name of each check.
        pool: where cases are graded again.
    """
    candidates = {check: _candidates(judged, check) for check in checks}
    found: dict[Name, Judged] = {}
    begin = 0
    for count in TURNS:
        tasks = [
            (check, before)
            for check in checks
            if check not in found
            for before in candidates[check][begin : begin + count]
        ]
        begin += count
        again = pool.judge([Task(before.case, without=check[1]) for check, before in tasks])
        for (check, before), after in zip(tasks, again, strict=True):
            if _is_missed(check[1], before, after):
                found.setdefault(check, before)
    return found


def _candidates(judged: Collection[Judged], check: Name) -> Sequence[Judged]:
    """Give the cases that fail a check, those with the fewest other troubles first."""
    exercise, name = check
    failing = [one for one in judged if one.case.exercise == exercise and name in one.told]
    return sorted(
        (one for one in failing if one.case.kind in (Kind.WRONG, Kind.MUTANT)),
        key=lambda one: sum(end is not Outcome.PASSED for end in one.outcomes.values()),
    )


def _is_missed(check: str, before: Judged, after: Judged) -> bool:
    """Say whether a case earns everything, or loses its diagnosis, without the check."""
    there = {check, *after.outcomes}
    keys = {key for name, key in before.told.items() if key and name in there}
    return after.is_full or after.keys != keys
