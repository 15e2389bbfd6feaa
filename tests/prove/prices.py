"""What a slip costs: no more than the page about points promises, and no less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from autograder.course.exercise import Exercise
from tools.points_reference import at_most

from .cases import Kind
from .running import Judged


def broken(judged: Iterable[Judged], exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Say which wrong file costs more or less than the page says for the checks that it fails."""
    for one in judged:
        if one.case.kind not in (Kind.WRONG, Kind.SLIP) or one.errors:
            continue
        exercise = exercises[one.case.exercise]
        checks = [check for check in exercise.checks if check.name in one.failed]
        least = sum(check.points for check in checks)
        most = sum(at_most(exercise, check) for check in checks)
        lost = one.points - one.score
        if not least <= lost <= most:
            yield (
                f"{one.case}: lost {lost:g} points by {', '.join(one.failed)}; "
                f"the page promises {least:g} to {most:g}"
            )
