"""Students and tables of a learning platform: the numbers it gives, the columns it wants."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.gradebook import sheet
from autograder.gradebook.table import GradebookError
from autograder.language import _
from autograder.verdict.gradebook import Gradebook, Row

NUMBERED = re.compile(r"^(.*)_(\d+)$", re.DOTALL)
ANONYMOUS = re.compile(r"^anon_\w+$")


@dataclass(frozen=True)
class Numbered:
    """A class by the numbers that a platform put behind names.

    Attributes:
        rows: by number.
        without: who has no number.
        doubled: the names of each number that stands behind more than one.
    """

    rows: Mapping[str, Row]
    without: tuple[str, ...] = ()
    doubled: tuple[tuple[str, ...], ...] = ()


def numbered(book: Gradebook, platform: str) -> Numbered:
    """Return the rows by their numbers; a number behind two names gives nobody a grade.

    Raises:
        GradebookError: no student has one.
    """
    found: dict[str | None, list[Row]] = {}
    for row in book.rows:
        found.setdefault(number_of(row.student), []).append(row)
    without = tuple(row.student for row in found.pop(None, []))
    if without and not found:
        raise GradebookError(
            _(
                "{student} has no {platform} number. Grade the download of {platform} as it is: it"
                " calls students NAME_12345."
            ).format(student=without[0], platform=platform)
        )
    rows = {number: same[0] for number, same in found.items() if number and len(same) == 1}
    doubled = [tuple(row.student for row in same) for same in found.values() if len(same) > 1]
    return Numbered(rows, without, tuple(doubled))


def number_of(student: str) -> str | None:
    """Return the number that a platform put behind a student's name, if it did."""
    found = NUMBERED.match(student)
    return found[2] if found and not ANONYMOUS.match(student) else None


def name(row: Row) -> str:
    """Return a student's name without the number."""
    found = NUMBERED.match(row.student)
    return found[1] if found else row.student


def table(path: Path) -> list[list[str]]:
    """Read a platform's table; the first line holds the names of the columns."""
    try:
        table = sheet.read(path)
    except (OSError, ValueError) as fault:
        raise GradebookError(
            _("{path} cannot be read as CSV: {reason}").format(path=path, reason=fault)
        ) from fault
    if not table:
        raise GradebookError(_("{path} is empty").format(path=path))
    return table


def column(header: Sequence[str], names: Sequence[str], path: Path) -> int:
    """Find the column that has one of the names."""
    index = optional(header, names)
    if index is None:
        raise GradebookError(
            _("{path} has no column {names}; its columns are: {header}").format(
                path=path, names=" / ".join(names), header=", ".join(header)
            )
        )
    return index


def optional(header: Sequence[str], names: Sequence[str]) -> int | None:
    """Find the column that has one of the names, if there is one."""
    return next((index for index, title in enumerate(header) if title.strip() in names), None)
