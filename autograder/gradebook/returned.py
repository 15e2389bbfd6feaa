"""Grades on their way back to a platform: the file, and what an instructor should know of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.gradebook import sheet
from autograder.gradebook.platform import number_of
from autograder.gradebook.table import GradebookError
from autograder.language import Text, _
from autograder.verdict import files

NAME = "exported.json"
MOST_NAMES = 10


@dataclass(frozen=True)
class Grade:
    """One student's grade there.

    Attributes:
        student: whose.
        before: the cell as it came.
        after: the cell as it goes back.
        ours: what we would write.
    """

    student: str
    before: str
    after: str
    ours: str

    @property
    def is_kept(self) -> bool:
        """Whether somebody else's grade stays, and differs."""
        return bool(self.ours) and self.after == self.before and not same(self.before, self.ours)


@dataclass(frozen=True)
class Returned:
    """A platform's file, filled in.

    Attributes:
        content: the file.
        grades: of the students whom both know.
        absent: our students whom the platform's file does not name.
        strangers: its students of whom we know nothing; their cells are left alone.
        comments: students whose comment there was written by somebody else, and stays.
        doubled: names that share one number, so that nobody knows which grade is meant.
    """

    content: bytes
    grades: Mapping[str, Grade] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    doubled: tuple[tuple[str, ...], ...] = ()

    @property
    def told(self) -> Iterator[Text]:
        """What an instructor should know, a line for each kind."""
        kept = [one for one in self.grades.values() if one.is_kept]
        if kept:
            told = [f"{one.student} ({one.before}, {one.ours})" for one in kept]
            yield _(
                "kept, since somebody else gave them (theirs, ours): {grades};"
                " --overwrite puts ours there"
            ).format(grades=_few(told))
        if self.comments:
            yield _(
                "comments kept, since somebody else wrote them: {names};"
                " --overwrite puts ours there"
            ).format(names=_few(self.comments))
        for names in self.doubled:
            yield _(
                "one number under several names, so no grade goes to: {names}; `autograder forget`"
                " removes the one that is not to count"
            ).format(names=", ".join(names))
        if self.absent:
            yield _("not in the platform's file, so no grade goes to: {names}").format(
                names=_few(self.absent)
            )
        if self.strangers:
            yield _("nothing is known here of: {names}; their cells are as they were").format(
                names=_few(self.strangers)
            )


class Cells:
    """Decides, cell by cell, between what is there and what we would write.

    Args:
        sent: what we exported the last time, by number; it may be replaced.
        overwrite: whether what others wrote is replaced as well.
    """

    def __init__(self, sent: Mapping[str, str] | None = None, *, overwrite: bool = False) -> None:
        self._sent, self._overwrite = sent or {}, overwrite
        self.grades: dict[str, Grade] = {}

    def grade(self, number: str, student: str, before: str, ours: float | None) -> str:
        """Return what goes into a student's cell: "" and a grade of others are left alone."""
        text = "" if ours is None else sheet.number(ours)
        if "," in before and "." not in before:
            text = text.replace(".", ",")  # as that platform's language writes numbers
        after = text if text and self.is_ours(number, before, text) else before
        self.grades[number] = Grade(student, before, after, text)
        return after

    def may_comment(self, before: str, ours: str) -> bool:
        """Return whether a comment may be replaced: there is none, or it is one of ours."""
        ours_begins = ours.split(":", 1)[0]
        return self._overwrite or not before.strip() or before.startswith(f"{ours_begins}:")

    def is_ours(self, number: str, before: str, text: str) -> bool:
        """Return whether a cell may be replaced: it is empty, or was written by us."""
        if self._overwrite or before.strip() in ("", "-"):
            return True
        return not same(before, text) and same(before, self._sent.get(number, ""))


def same(one: str, other: str) -> bool:
    """Return whether two cells hold the same: numbers by their value, other text as it is."""
    numbers = value(one), value(other)
    if None in numbers:
        return one.strip() == other.strip()
    return round(numbers[0] or 0.0, 2) == round(numbers[1] or 0.0, 2)


def value(text: str) -> float | None:
    """Return the number in a cell, with a point or a comma."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def sent(folder: Path, where: str) -> Mapping[str, str]:
    """Return what was exported from a results folder the last time, by number.

    Raises:
        GradebookError: the note about it is damaged.
    """
    return _all(folder).get(where, {})


def note(folder: Path, where: str, returned: Returned) -> None:
    """Take note of what was exported, so that the next export knows it for ours.

    Raises:
        OSError: it cannot be written.
    """
    before = _all(folder)
    # A grade that somebody else gave, and that happens to be the same, stays theirs.
    ours = {
        number: one.ours
        for number, one in returned.grades.items()
        if one.ours
        and one.after == one.ours
        and (one.before != one.after or number in before.get(where, {}))
    }
    content = {**before, where: {**before.get(where, {}), **ours}}
    files.write(folder / NAME, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def forget(folder: Path, student: str) -> None:
    """Remove a student's number from what was exported.

    Raises:
        OSError: it cannot be written.
    """
    number, before = number_of(student), _all(folder)
    if number and any(number in sent for sent in before.values()):
        left = {
            where: {key: value for key, value in sent.items() if key != number}
            for where, sent in before.items()
        }
        files.write(folder / NAME, json.dumps(left, ensure_ascii=False, indent=1) + "\n")


def _all(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / NAME
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError) as fault:
        raise GradebookError(
            _("{path} cannot be read: {reason}").format(path=path, reason=fault)
        ) from fault


def _few(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join([*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])])
