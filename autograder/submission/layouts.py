"""How each learning platform names what it lets an instructor download.

Moodle: mod/assign/classes/downloader.php, ``get_student_prefix`` and what calls it
(https://github.com/moodle/moodle). Canvas: lib/content_zipper.rb, ``get_filename`` and
``add_upload_submission`` (https://github.com/instructure/canvas-lms).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from autograder.submission.entries import Entry, is_junk
from autograder.submission.names import Match, match

# Full name_12345_assignsubmission_file, as a folder, or with _ and the file's name behind it. A
# group has its own number, the default group has none; Moodle before 4.1 ends folders with "_".
MOODLE = re.compile(r"^(.+?)(?:_(\d+))?_assignsubmission_([a-z]+)(?:_(.*))?$", re.DOTALL)
# nameinsmallletters_LATE_12345_67890_file.py: the user's number, then the attachment's.
CANVAS = re.compile(r"^(.+?)_(LATE_)?(\d+)_(\d+)_(.+)$", re.DOTALL)
CANVAS_ANONYMOUS = re.compile(r"^(LATE_)?(anon_[A-Za-z0-9]+)()_(\d+)_(.+)$", re.DOTALL)
# What a student types into the page of the platform comes as one of these.
CANVAS_TYPED = re.compile(r"^(.+?)_(LATE_)?(\d+)_(?:text|link)\.html$", re.DOTALL)
# Ours: every attempt is kept.
# STUDENT/ASSIGNMENT/NAME.ipynb with the time of its submission.
SUBMITTED = "submitted"
STAMP = "timestamp.txt"
ATTEMPT = re.compile(r"^attempt-(\d{4,})$")


@dataclass(frozen=True)
class Placed:
    """A file with its owner.

    Attributes:
        entry: the file.
        student: the name of its owner as the place gives it, or "" where it gives none.
        match: the exercise that it is meant for, or None.
        name: the file's own name, without what a platform put before it.
        late: the platform marked it late.
        attempt: the number of the attempt, where attempts are kept.
    """

    entry: Entry
    student: str
    match: Match | None
    name: str
    late: bool = False
    attempt: int = 0


Reader = Callable[[Entry, Sequence[str]], Placed | None]


def placed(
    entries: Sequence[Entry], exercises: Sequence[str], place: str
) -> tuple[str, list[Placed]]:
    """Give the form of a place, and its files with their owners.

    Args:
        entries: the files.
        exercises: the stems to look for.
        place: the name of the place, without the ending of an archive.
    """
    for kind, read in (("moodle", _moodle), ("canvas", _canvas)):
        found = [read(entry, exercises) for entry in entries]
        # One student may have such a name by chance; a download has nothing else.
        if sum(item is not None for item in found) * 2 > len(entries):
            return kind, [
                item or Placed(entry, "", None, entry.name)
                for item, entry in zip(found, entries, strict=True)
            ]
    return _plain(entries, exercises, place)


def _moodle(entry: Entry, exercises: Sequence[str]) -> Placed | None:
    for index, part in enumerate(entry.parts):
        found = MOODLE.match(part)
        if found:
            student = f"{found[1]}_{found[2]}" if found[2] else found[1]
            is_last = index == len(entry.parts) - 1
            name = (found[4] or "") if is_last else entry.name
            return Placed(entry, student, match(name, exercises), name)
    return None


def _canvas(entry: Entry, exercises: Sequence[str]) -> Placed | None:
    for index, part in enumerate(entry.parts):
        is_last = index == len(entry.parts) - 1
        if found := CANVAS_ANONYMOUS.match(part):
            student, late = found[2], bool(found[1])
        elif found := CANVAS.match(part):
            student, late = f"{found[1]}_{found[3]}", bool(found[2])
        elif found := CANVAS_TYPED.match(part):
            return Placed(entry, f"{found[1]}_{found[3]}", None, part, bool(found[2]))
        else:
            continue
        name = found[5] if is_last else entry.name
        return Placed(entry, student, match(name, exercises), name, late)
    return None


def _plain(
    entries: Sequence[Entry], exercises: Sequence[str], place: str
) -> tuple[str, list[Placed]]:
    matches = [match(entry.name, exercises) for entry in entries]
    skipped = _wrappers(entries, matches, place)
    tree = [entry for entry in entries if not entry.is_archived]
    is_nbgrader = place == SUBMITTED
    if all(entry.parts[0] == SUBMITTED for entry in tree):
        is_nbgrader, skipped = True, 1
    elif is_nbgrader or any(entry.name == STAMP and len(entry.parts) == 3 for entry in tree):
        is_nbgrader, skipped = True, 0
    found = [
        _in_students_folder(entry, one, skipped)
        for entry, one in zip(entries, matches, strict=True)
    ]
    if is_nbgrader:
        return "nbgrader", found
    loose = Counter(len(item.entry.parts) - skipped == 1 for item in found if item.student)
    if loose[True] > loose[False]:
        return "classroom", [_in_drive(item) for item in found]
    return "folder", found


def _in_students_folder(entry: Entry, one: Match | None, skipped: int) -> Placed:
    parts = entry.parts[skipped:] or entry.parts[-1:]
    if any(is_junk(part) for part in entry.parts[: skipped + 1]):
        return Placed(entry, "", None, entry.name)
    if len(parts) == 1:
        # Google Drive puts a class into one folder: a name can only stand in the file's own.
        rest = one.rest if one and not one.is_old else ""
        return Placed(entry, rest if any(map(str.isalpha, rest)) else "", one, entry.name)
    attempts = [int(found[1]) for part in parts[1:-1] if (found := ATTEMPT.match(part))]
    student = parts[0][:-4] if parts[0].lower().endswith(".zip") else parts[0]
    return Placed(entry, student, one, entry.name, attempt=max(attempts, default=0))


def _in_drive(item: Placed) -> Placed:
    """Take the student from "NAME - homework.zip", as from the other files there."""
    if not item.student and not item.match and not item.entry.is_junk:
        name, dash, _title = item.name.partition(" - ")
        return replace(item, student=name) if dash else item
    name, dash, _title = item.student.partition(" - ")
    return replace(item, student=name) if dash and item.entry.is_archived else item


def _wrappers(entries: Sequence[Entry], matches: Sequence[Match | None], place: str) -> int:
    """Give how many folders lie around the class: zipping one often adds its own name."""
    answers = [
        (entry.parts, one.exercise) for entry, one in zip(entries, matches, strict=True) if one
    ]
    shared = _shared([parts[:-1] for parts, _exercise in answers])
    owners: dict[str, set[str]] = {}
    for parts, exercise in answers:
        if len(parts) > shared + 1 and not ATTEMPT.match(parts[shared]):
            owners.setdefault(exercise, set()).add(parts[shared])
    # Two files for one exercise in different folders: these are two students' folders.
    if any(len(folders) > 1 for folders in owners.values()):
        return shared
    return 1 if shared > 1 and answers[0][0][0] == place else 0


def _shared(folders: Sequence[tuple[str, ...]]) -> int:
    """Give how many folders all the paths begin with."""
    if not folders:
        return 0
    first, last = min(folders), max(folders)
    pairs = zip(first, last, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(first), len(last)))
