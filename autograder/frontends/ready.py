"""Workers that wait for the next check of a notebook, whose kernel lives on after this one."""

from __future__ import annotations

import atexit
from pathlib import Path

from autograder.sandbox import Sandbox
from autograder.sandbox.trusted.starting import Spare
from autograder.sandbox.trusted.subprocess import Subprocess

_spares: dict[tuple[Path, bool, int], Spare] = {}


def opened(folder: Path, *, figures: bool, count: int) -> Sandbox:
    """Return a sandbox whose worker was started after the last check, and has numpy by now.

    Only the last folder and the last kind of exercise have some that wait.

    Args:
        folder: where the worker runs.
        figures: whether it has matplotlib as well.
        count: how many workers one check takes.
    """
    asked = folder, figures, count
    if asked not in _spares:
        close()
        _spares[asked] = Spare(folder=folder, figures=figures, goes_on=False, waiting=count)
    return Subprocess(folder=folder, spare=_spares[asked])


def again() -> None:
    """Start workers for the next check, in the place of those that this one took."""
    for spare in _spares.values():
        spare.fill()


def waiting() -> tuple[int, ...]:
    """Return the processes that wait."""
    return tuple(number for spare in _spares.values() for number in spare.numbers)


@atexit.register
def close() -> None:
    """End the workers that wait."""
    while _spares:
        _spares.popitem()[1].close()
