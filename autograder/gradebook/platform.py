"""Students and tables of a learning platform: the numbers it gives, the columns it wants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from autograder.gradebook import sheet
from autograder.gradebook.table import GradebookError
from autograder.language import _
from autograder.verdict.gradebook import Gradebook, Row

NUMBERED = re.compile(r"^(.*)_(\d+)$", re.DOTALL)
ANONYMOUS = re.compile(r"^anon_\w+$")


def numbered(book: Gradebook, platform: str) -> tuple[dict[str, Row], tuple[str, ...]]:
    """Return the rows by the numbers that a platform put behind names, and who has none.

    Raises:
        GradebookError: no student has one.
    """
    numbers = {row.student: number_of(row.student) for row in book.rows}
    without = tuple(student for student, number in numbers.items() if number is None)
    if without and len(without) == len(numbers):
        raise GradebookError(
            _(
                "{student} has no {platform} number. Grade the download of {platform} as it is: it"
                " calls students NAME_12345."
            ).format(student=without[0], platform=platform)
        )
    rows = {number: row for row in book.rows if (number := numbers[row.student]) is not None}
    return rows, without


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
