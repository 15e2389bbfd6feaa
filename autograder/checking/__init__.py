"""What a check file may use, on one screen: docs/en/contribute/checks.md shows each at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from autograder.checking.faults import Failure, StudentFault, fail, fail_if_cut_off
from autograder.checking.readings import as_array, kind_of, number, shown, vector
from autograder.checking.spy import Spy
from autograder.checking.student import (
    Student,
    defaults_of,
    defines,
    drawn_by,
    ends_a_loop,
    line_of,
    nearest,
    require_names,
    rng_of,
    shared,
)
from autograder.language import Text, _, plain

__all__ = [
    "Failure",
    "Spy",
    "Student",
    "StudentFault",
    "Text",
    "_",
    "as_array",
    "defaults_of",
    "defines",
    "drawn_by",
    "ends_a_loop",
    "fail",
    "fail_if_cut_off",
    "kind_of",
    "line_of",
    "nearest",
    "needs",
    "number",
    "plain",
    "points",
    "require_names",
    "rng_of",
    "shared",
    "shown",
    "vector",
]

Check = TypeVar("Check", bound=Callable[..., None])


def points(value: float) -> Callable[[Check], Check]:
    """Say what a check is worth."""

    def mark(check: Check) -> Check:
        check.points = value  # type: ignore[attr-defined]
        return check

    return mark


def needs(*names: str) -> Callable[[Check], Check]:
    """Say which checks must have passed before this one means anything."""

    def mark(check: Check) -> Check:
        check.needs = names  # type: ignore[attr-defined]
        return check

    return mark
