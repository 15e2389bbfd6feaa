"""A file watched for saves, so that a student sees the verdict of what they just wrote."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

INTERVAL = 0.2  # seconds; half of it on average is waited after a save


def watch(
    file: Path, once_changed: Callable[[], None], pause: Callable[[float], None] = time.sleep
) -> None:
    """Call once_changed now and after every save of the file, until Ctrl+C."""
    try:
        for _save in saves(file, pause):
            once_changed()
    except KeyboardInterrupt:
        return


def saves(file: Path, pause: Callable[[float], None] = time.sleep) -> Iterator[tuple[int, int]]:
    """Give when and how large the file was, now and after every save, for ever.

    Editors write in several ways: in place, in two goes, by moving a new file over the old one.
    So a save counts when the file is there and has not changed from one look to the next.
    """
    told = before = None
    while True:
        now = _stamp(file)
        if now is not None and now == before and now != told:
            told = now
            yield now
            continue
        before = now
        pause(INTERVAL)


def _stamp(file: Path) -> tuple[int, int] | None:
    """Give the time of the last change in nanoseconds and the size; None if there is no file."""
    try:
        state = file.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
