"""When a file was handed in, where the place says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from autograder.language import Text, _
from autograder.submission.entries import Entry
from autograder.submission.layouts import RECEIPT, STAMP
from autograder.submission.names import shown
from autograder.submission.opening import RefusedError

# By it nbgrader's exchange knows whose feedback is whose.
SECRET = "submission_secret.txt"
LARGEST = 1 << 16
# Short names of zones that mean one thing; CST, IST, BST and AST mean several.
ZONES = {
    "UTC": 0.0,
    "GMT": 0.0,
    "Z": 0.0,
    "WET": 0.0,
    "WEST": 1.0,
    "CET": 1.0,
    "CEST": 2.0,
    "MET": 1.0,
    "MEST": 2.0,
    "EET": 2.0,
    "EEST": 3.0,
    "MSK": 3.0,
    "SAST": 2.0,
    "EAT": 3.0,
    "PKT": 5.0,
    "NPT": 5.75,
    "ICT": 7.0,
    "WIB": 7.0,
    "HKT": 8.0,
    "SGT": 8.0,
    "AWST": 8.0,
    "JST": 9.0,
    "KST": 9.0,
    "ACST": 9.5,
    "ACDT": 10.5,
    "AEST": 10.0,
    "AEDT": 11.0,
    "NZST": 12.0,
    "NZDT": 13.0,
    "HST": -10.0,
    "AKST": -9.0,
    "AKDT": -8.0,
    "PST": -8.0,
    "PDT": -7.0,
    "MST": -7.0,
    "MDT": -6.0,
    "CDT": -5.0,
    "EST": -5.0,
    "EDT": -4.0,
    "ADT": -3.0,
    "BRT": -3.0,
    "ART": -3.0,
    "NST": -3.5,
    "NDT": -2.5,
}
OFFSET = re.compile(r"^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$")
# A day and an hour, then a zone by name or as an offset, with or without a space before it.
STAMPED = re.compile(
    r"^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*(.*)$", re.DOTALL
)


@dataclass(frozen=True)
class Clock:
    """The times of folders: a file has that of the nearest folder around it.

    Attributes:
        folders: when what is in them was handed in, or why nobody can tell.
    """

    folders: Mapping[tuple[str, ...], datetime | Text]

    def time(self, parts: tuple[str, ...]) -> datetime | Text | None:
        """Return when a file was handed in, why that cannot be read, or None."""
        for length in range(len(parts) - 1, -1, -1):
            if parts[:length] in self.folders:
                return self.folders[parts[:length]]
        return None


def of(files: Iterable[Entry], form: str, around: int) -> Clock:
    """Read nbgrader's timestamps and our own receipts, not what a student packed with the files."""
    stamps = (entry for entry in files if is_beside(entry, form, around) and entry.name != SECRET)
    times = ((entry.parts[:-1], _time(entry)) for entry in stamps)
    return Clock({folder: time for folder, time in times if time})


def is_beside(entry: Entry, form: str, around: int) -> bool:
    """Whether nbgrader or we put the file beside a submission; it is no part of it."""
    names = {"nbgrader": {STAMP, SECRET}, "attempts": {RECEIPT}}.get(form, set())
    return entry.name in names and len(entry.parts) - around == 3 and not entry.is_archived


def _time(entry: Entry) -> datetime | Text | None:
    text = "?"
    try:
        text = entry.content(LARGEST).decode("utf-8-sig").strip()
        return _receipt(text) if entry.name == RECEIPT else stamp(text)
    except RefusedError as refusal:
        return _("{path}: {reason}").format(path=_path(entry), reason=refusal.text)
    except (ValueError, RecursionError, OverflowError):
        return _(
            "{path}, line 1: {text} is no time that can be read; write it as"
            " 2026-11-20 23:59:00 +09:00"
        ).format(path=_path(entry), text=repr(shown(text, 60)))


def _path(entry: Entry) -> str:
    return shown("/".join(entry.parts), 300)


def _receipt(text: str) -> datetime | None:
    content = json.loads(text)
    time = content.get("time") if isinstance(content, dict) else None
    return stamp(time) if isinstance(time, str) else None


def stamp(text: str) -> datetime:
    """Read a time such as nbgrader writes: 2015-02-02 15:58:23.948203 America/Los_Angeles.

    Without a zone it is UTC, as nbgrader writes it.

    Raises:
        ValueError: it is none, or its zone is not known.
    """
    found = STAMPED.match(text.strip())
    if not found:
        raise ValueError(text)
    day, hour, zone = found.groups()
    time = datetime.fromisoformat(f"{day} {hour.replace(',', '.').zfill(5)}")
    return time.replace(tzinfo=zone_of(zone.strip()) if zone.strip() else UTC)


def zone_of(name: str) -> tzinfo:
    """Return a time zone by its name in the database, its short name, or its offset.

    Raises:
        ValueError: there is no such zone.
    """
    if found := OFFSET.match(name.upper().replace("\N{MINUS SIGN}", "-")):
        hours, minutes = int(found[2]), int(found[3] or 0)
        if hours > 14 or minutes > 59:
            raise ValueError(name)
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if found[1] == "-" else offset)
    if name.upper() in ZONES:
        return timezone(timedelta(hours=ZONES[name.upper()]), name.upper())
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as fault:
        raise ValueError(name) from fault
