"""The form of a class: whose each file is, as the instructor's side of the place says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from autograder.language import Text, _
from autograder.submission import platforms
from autograder.submission.entries import Entry, is_junk
from autograder.submission.names import Match, match

# nbgrader's: STUDENT/ASSIGNMENT/NAME.ipynb with the time of its submission.
SUBMITTED = "submitted"
STAMP = "timestamp.txt"
# Ours: every attempt is kept, with a receipt.
ATTEMPT = re.compile(r"^attempt-(\d{4,9})$")
RECEIPT = "receipt.json"
FORMS = ("folder", "sections", "exercises", "attempts", "nbgrader", "classroom", *platforms.READERS)
# What a download of a class, or its folder, is called.
AROUND = re.compile(
    r"^(?:class|classes|course|download\w*|submissions?|assignments?|homeworks?|hw|students?|提出\w*"
    r"|課題|クラス|授業)[ _-]*\d*$",
    re.IGNORECASE,
)
# How a student parts work: these are no names of students.
PARTS = re.compile(
    r"^(?:week|day|hw|homework|ex|exercise|task|part|unit|lesson|question|q|try|v|version|ver|old"
    r"|new|backup|bak|copy|final|src|第|課題|問|回)[ _.-]*\d*\w{0,3}$",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"^(?:section|sec|group|grp|lab|class|period|tutorial|team|day|seminar|クラス|組|班|第)[ _.-]*"
    r"[\w ]{0,12}$|^\w{1,3} ?(?:組|班|クラス)$",
    re.IGNORECASE,
)
# What browsers and Drive put behind the name of an archive.
RENAMED = re.compile(r"(?:[ _-]*\(\d{1,3}\)|-\d{8}T\d{6}Z(?:-\d+)*|[ _-]copy)+$", re.IGNORECASE)


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
        claim: what of the place gives it to its owner: a folder, an archive, a file's name.
        section: of its owner, where the place has sections.
        why: why it is nobody's, where the form says so.
    """

    entry: Entry
    student: str
    match: Match | None
    name: str
    late: bool = False
    attempt: int = 0
    claim: str = ""
    section: str = ""
    why: Text | None = None


@dataclass(frozen=True)
class Layout:
    """A class as it lies in its place.

    Attributes:
        form: one of FORMS.
        around: how many folders lie around the class.
        items: its files with their owners.
    """

    form: str
    around: int
    items: tuple[Placed, ...]


def placed(
    entries: Sequence[Entry], exercises: Sequence[str], place: str, form: str | None = None
) -> Layout:
    """Return the form of a place, and its files with their owners.

    Only what lies outside the students' own folders and archives decides the form.

    Args:
        entries: the files.
        exercises: the stems to look for.
        place: the name of the place, without the ending of an archive.
        form: one of FORMS, where the instructor says it.
    """
    around = _around(entries, exercises, place)
    form = form or _form(_Tops.of(entries, around), exercises, place, around, entries)
    items = [_placed(entry, form, around, exercises) for entry in entries]
    if form == "folder" and _is_loose(items):
        form, items = "classroom", [_placed(e, "classroom", around, exercises) for e in entries]
    return Layout(form, around, tuple(items))


def _is_loose(items: Sequence[Placed]) -> bool:
    """Whether most files lie side by side, each with its owner's name in its own."""
    loose = Counter(item.claim == item.entry.visible[-1] for item in items if item.student)
    return loose[True] > loose[False]


@dataclass(frozen=True)
class _Tops:
    """What lies at the top of a class: names of files, and of folders with what is in them."""

    files: frozenset[str]
    folders: dict[str, list[tuple[str, ...]]]

    @classmethod
    def of(cls, entries: Sequence[Entry], around: int) -> _Tops:
        files: set[str] = set()
        folders: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            parts = entry.visible[around:]
            if not parts or any(map(is_junk, parts[:1])):
                continue
            if len(parts) == 1:
                files.add(parts[0])
            else:
                folders.setdefault(parts[0], []).append(parts[1:])
        return cls(frozenset(files), folders)

    @property
    def names(self) -> list[str]:
        return [*self.files, *self.folders]


def _form(
    tops: _Tops, exercises: Sequence[str], place: str, around: int, entries: Sequence[Entry]
) -> str:
    for kind, read in platforms.READERS.items():
        if sum(read(name) is not None for name in tops.names) * 2 > len(tops.names):
            return kind
    outer = entries[0].parts[around - 1] if around else place
    stamped = sum(
        any(len(parts) == 2 and parts[1] == STAMP for parts in below)
        for below in tops.folders.values()
    )
    if outer == SUBMITTED or stamped * 2 > len(tops.names):
        return "nbgrader"
    received = sum(
        any(len(parts) == 2 and ATTEMPT.match(parts[0]) and parts[1] == RECEIPT for parts in below)
        for below in tops.folders.values()
    )
    if received * 2 > len(tops.folders) > 0:
        return "attempts"
    if tops.folders and all(_exercise_of(name, exercises) for name in tops.folders):
        return "exercises"
    return "sections" if _has_sections(tops, exercises) else "folder"


def _has_sections(tops: _Tops, exercises: Sequence[str]) -> bool:
    """Whether the folders at the top hold students: no file of an exercise, and each twice."""
    twice = 0
    owners: Counter[str] = Counter()
    for below in tops.folders.values():
        answers = [(parts, one) for parts in below if (one := match(parts[-1], exercises))]
        if any(len(parts) == 1 for parts, _one in answers):
            return False
        inside = {parts[0] for parts, _one in answers if len(parts) > 1}
        if any(PARTS.match(name) or ATTEMPT.match(name) for name in inside):
            return False
        owners.update(inside)
        of_one = Counter({(parts[0], one.exercise) for parts, one in answers}.__iter__())
        counted = Counter(exercise for _owner, exercise in of_one)
        twice += any(count > 1 for count in counted.values())
    if not owners or max(owners.values()) > 1:
        return False
    named = all(SECTION.match(name) for name in tops.folders)
    return named or (len(tops.folders) > 1 and twice * 2 >= len(tops.folders))


def _exercise_of(name: str, exercises: Sequence[str]) -> str | None:
    found = match(name, exercises)
    return found.exercise if found and found.rank >= 2 and found.ending == "" else None


def _placed(entry: Entry, form: str, around: int, exercises: Sequence[str]) -> Placed:
    parts = entry.parts[around:] if len(entry.parts) > around else entry.parts[-1:]
    nobody = Placed(entry, "", None, entry.name)
    if any(map(is_junk, entry.parts[: around + 1])):
        return nobody
    if form in platforms.READERS:
        return _on_platform(entry, parts, form, exercises) or nobody
    if form == "exercises":
        return _under_exercise(entry, parts, exercises)
    if form == "sections":
        if len(parts) < 3:
            return replace(nobody, match=match(entry.name, exercises))
        return replace(_in_folder(entry, parts[1:], exercises), section=parts[0])
    if form == "classroom":
        return _in_drive(entry, parts, exercises)
    return _in_folder(entry, parts, exercises)


def _on_platform(
    entry: Entry, parts: tuple[str, ...], form: str, exercises: Sequence[str]
) -> Placed | None:
    found = platforms.READERS[form](parts[0])
    if found is None:
        return None
    name = found.file if len(parts) == 1 else entry.name
    typed = found.typed and len(parts) == 1
    return Placed(
        entry,
        found.student,
        None if typed else match(name, exercises),
        name,
        found.late,
        found.attempt,
        found.student,
        why=_("typed into the platform's page, not handed in as a file") if typed else None,
    )


def _in_folder(entry: Entry, parts: tuple[str, ...], exercises: Sequence[str]) -> Placed:
    one = match(entry.name, exercises)
    if len(parts) == 1:
        # Google Drive puts a class into one folder: a name can only stand in the file's own.
        rest = one.rest if one and not one.is_old else ""
        owner = rest if any(map(str.isalpha, rest)) else ""
        return Placed(entry, owner, one, entry.name, claim=parts[0])
    attempts = [int(found[1]) for part in parts[1:-1] if (found := ATTEMPT.match(part))]
    student = parts[0][:-4] if parts[0].lower().endswith(".zip") else parts[0]
    attempt = max(attempts, default=0)
    return Placed(entry, student, one, entry.name, attempt=attempt, claim=parts[0])


def _in_drive(entry: Entry, parts: tuple[str, ...], exercises: Sequence[str]) -> Placed:
    """Take the student from "NAME - homework.zip", as from the other files there."""
    item = _in_folder(entry, parts, exercises)
    if len(parts) > 1 and not parts[0].lower().endswith(".zip"):
        return item
    name, dash, title = parts[0].partition(" - ")
    if not dash:
        return item
    return replace(item, student=name, name=title if len(parts) == 1 else item.name)


def _under_exercise(entry: Entry, parts: tuple[str, ...], exercises: Sequence[str]) -> Placed:
    """Take the exercise from the folder at the top, and the student from what lies in it."""
    exercise = _exercise_of(parts[0], exercises)
    one = match(entry.name, exercises)
    if exercise is None or len(parts) == 1:
        return Placed(entry, "", one, entry.name)
    path = PurePosixPath(entry.name)
    if len(parts) > 2:
        student = parts[1][:-4] if parts[1].lower().endswith(".zip") else parts[1]
        return Placed(entry, student, one, entry.name, claim="/".join(parts[:2]))
    if one is not None:
        return Placed(entry, one.rest, one, entry.name, claim=entry.name)
    if path.suffix.lower() in (".py", ".ipynb"):
        named = Match(exercise, path.suffix.lower(), rank=1)
        return Placed(entry, path.stem, named, entry.name, claim=entry.name)
    return Placed(entry, "", None, entry.name)


def _around(entries: Sequence[Entry], exercises: Sequence[str], place: str) -> int:
    """Return how many folders lie around the class: zipping one often adds its own name."""
    around = 0
    for step in _shared(entries):
        tops = _Tops.of(entries, around + 1)
        if not (tops.files or tops.folders) or not _is_around(step, tops, exercises, place):
            break
        around += 1
    return around


def _shared(entries: Sequence[Entry]) -> Iterator[str]:
    """Return the folders that lie around everything that no tool has made."""
    own = [entry.visible[:-1] for entry in entries if not entry.is_junk]
    for steps in zip(*own, strict=False):
        if len(set(steps)) > 1:
            return
        yield steps[0]


def _is_around(name: str, tops: _Tops, exercises: Sequence[str], place: str) -> bool:
    """Whether a folder with nothing beside it holds the class, and is no student's own."""
    if name == SUBMITTED or name == RENAMED.sub("", place) or AROUND.match(name):
        return not any(
            match(file, exercises) and not _owner(file, exercises) for file in tops.files
        )
    if any(
        sum(read(top) is not None for top in tops.names) * 2 > len(tops.names)
        for read in platforms.READERS.values()
    ):
        return True
    if sum(bool(_owner(file, exercises)) for file in tops.files) > 1:
        return True
    answered = {
        top: {one.exercise for parts in below if (one := match(parts[-1], exercises))}
        for top, below in tops.folders.items()
    }
    owners = {top for top, found in answered.items() if found}
    if any(match(file, exercises) for file in tops.files) or len(owners) < 2:
        return False
    return not any(
        PARTS.match(top) or ATTEMPT.match(top) or _exercise_of(top, exercises) for top in owners
    )


def _owner(file: str, exercises: Sequence[str]) -> str:
    """Return the student whose name a file's name holds, or nothing."""
    found = match(file, exercises)
    return found.rest if found and not found.is_old and any(map(str.isalpha, found.rest)) else ""


def is_results(paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether a folder with these files in it is what an earlier grading wrote."""
    return any(parts[0] == "verdicts" and parts[-1].endswith(".json") for parts in paths) and any(
        parts in (("run.json",), ("class.json",), ("gradebook.csv",)) for parts in paths
    )
