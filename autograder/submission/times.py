"""When a file was handed in, where the place says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from autograder.submission.entries import Entry
from autograder.submission.layouts import STAMP, SUBMITTED
from autograder.submission.opening import RefusedError

RECEIPT = "receipt.json"
# By it nbgrader's exchange knows whose feedback is whose.
SECRET = "submission_secret.txt"
LARGEST = 1 << 16


@dataclass(frozen=True)
class Clock:
    """The times of folders: a file has that of the nearest folder around it."""

    folders: Mapping[tuple[str, ...], datetime]

    def time(self, parts: tuple[str, ...]) -> datetime | None:
        """Give when a file was handed in, or None."""
        for length in range(len(parts) - 1, -1, -1):
            if parts[:length] in self.folders:
                return self.folders[parts[:length]]
        return None


def of(files: Iterable[Entry], kind: str) -> Clock:
    """Read nbgrader's timestamps and our own receipts, not what a student packed with the files."""
    stamps = (entry for entry in files if is_beside(entry, kind) and entry.name != SECRET)
    times = ((entry.parts[:-1], _time(entry)) for entry in stamps)
    return Clock({folder: time for folder, time in times if time})


def is_beside(entry: Entry, kind: str) -> bool:
    """Whether nbgrader or we put the file beside a submission; it is no part of it."""
    depth = len(entry.parts) - (entry.parts[0] == SUBMITTED)
    names = {STAMP, SECRET} if kind == "nbgrader" else {RECEIPT}
    return entry.name in names and depth == 3 and not entry.is_archived


def _time(entry: Entry) -> datetime | None:
    try:
        text = entry.content(LARGEST).decode()
        return _receipt(text) if entry.name == RECEIPT else stamp(text)
    except (RefusedError, ValueError, RecursionError):
        return None


def _receipt(text: str) -> datetime | None:
    content = json.loads(text)
    time = content.get("time") if isinstance(content, dict) else None
    return stamp(time) if isinstance(time, str) else None


def stamp(text: str) -> datetime:
    """Read a time such as nbgrader writes: 2015-02-02 15:58:23.948203 America/Los_Angeles.

    Raises:
        ValueError: it is none.
    """
    words = text.split()
    zone: tzinfo = UTC
    if len(words) == 3:
        day, hour, name = words
        zone = _zone(name)
        words = [day, hour]
    time = datetime.fromisoformat(" ".join(words))
    return time if time.tzinfo else time.replace(tzinfo=zone)


def _zone(name: str) -> tzinfo:
    """Give a time zone by its name; the short names of nbgrader's machines count as UTC."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
