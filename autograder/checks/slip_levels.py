"""The order in which programs with slips are tried: those with fewest slips first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Program = TypeVar("Program", bound=DataclassInstance)

MOST = 2  # slips of one program; with more, nobody can tell which they are


def levels(right: Program, slips: Mapping[str, Iterable[str]]) -> tuple[tuple[Program, ...], ...]:
    """Return the program with no slip, then all with one, then all with two.

    Args:
        right: the program that has none.
        slips: the choices that are slips, for each attribute of it.
    """
    found: list[tuple[Program, ...]] = [(right,)]
    for _slip in range(MOST):
        changed = (
            replace(program, **{part: choice})
            for program in found[-1]
            for part, choices in slips.items()
            for choice in choices
            if getattr(program, part) == getattr(right, part)
        )
        found.append(tuple(dict.fromkeys(changed)))
    return tuple(found)
