"""The worker of `check`, started before the arguments are parsed: it needs longest to be ready."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.language import UserError
from autograder.sandbox.trusted.starting import Spare

_started: dict[Path, Spare] = {}


def begin(arguments: Sequence[str]) -> None:
    """Start a worker where `check` will probably want one; it imports while this process does."""
    if arguments[:1] != ["check"] or "--watch" in arguments or "--help" in arguments:
        return
    named = [Path(argument) for argument in arguments[1:] if not argument.startswith("-")]
    place = next((path for path in named if path.exists()), Path())
    try:
        draws = place.is_file() and b"matplotlib" in place.read_bytes()
        _started[place] = Spare(folder=_folder(place), figures=draws, goes_on=False)
    except (OSError, UserError):
        return  # the command says what is wrong


def taken(place: Path) -> Spare | None:
    """Return the worker that was started for a place."""
    return _started.get(place)


def end() -> None:
    """End workers that nobody has taken."""
    while _started:
        _started.popitem()[1].close()


def _folder(place: Path) -> Path:
    return place if place.is_dir() else place.parent
