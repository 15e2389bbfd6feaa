"""The worker that waits for the next check of a notebook, whose kernel lives on after this one."""

from __future__ import annotations

import atexit
from pathlib import Path

from autograder.sandbox import Sandbox
from autograder.sandbox.trusted.starting import Spare
from autograder.sandbox.trusted.subprocess import Subprocess

_waiting: dict[tuple[Path, bool], Spare] = {}


def opened(folder: Path, *, figures: bool) -> Sandbox:
    """Return a sandbox whose worker was started at the last check, and has numpy by now.

    Only the last folder and the last kind of exercise have one that waits.

    Args:
        folder: where the worker runs.
        figures: whether it has matplotlib as well.
    """
    asked = folder, figures
    if asked not in _waiting:
        close()
        _waiting[asked] = Spare(folder=folder, figures=figures)
    return Subprocess(folder=folder, spare=_waiting[asked])


@atexit.register
def close() -> None:
    """End the worker that waits."""
    while _waiting:
        _waiting.popitem()[1].close()
