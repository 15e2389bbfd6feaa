"""gradebook.csv: students down, exercises across."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.gradebook import sheet
from autograder.language import UserError
from autograder.verdict.adjustments import Deed
from autograder.verdict.gradebook import Gradebook, Row

REVIEW, EXCUSED, ABSENT = "needs review", "excused", "not handed in"


class GradebookError(UserError):
    """Scores that cannot be written in the form asked for; ``text`` says why and what to do."""


def dumps(book: Gradebook) -> bytes:
    """Return gradebook.csv: student, one column per exercise, total; Excel knows that it is UTF-8.

    An error of ours is blank, never 0, and its total says that it needs review; what was not handed
    in and who is excused is said in words. An exercise has the score as earned and adjusted, the
    total what counts. A class in sections has one more column for them; when something was late,
    another says how many days, and how many points that takes off; one more says what was adjusted.
    """
    has_late = any(row.late for row in book.rows)
    is_adjusted = any(mark.adjustments for row in book.rows for mark in row.marks.values())
    more = [
        *(["section"] if book.has_sections else []),
        *(["late"] if has_late else []),
        *(["adjusted"] if is_adjusted else []),
    ]
    header = ["student", *book.exercises, "total", *more]
    rows: list[list[str | float | None]] = [list(header)]
    for row in book.rows:
        cells: list[str | float | None] = [
            row.student,
            *(cell(row, name) for name in book.exercises),
        ]
        cells.append(REVIEW if row.total is None else row.total)
        if book.has_sections:
            cells.append(row.section)
        if has_late:
            cells.append("; ".join(_late(row, name) for name in row.late))
        if is_adjusted:
            cells.append("; ".join(_adjusted(row)))
        rows.append(cells)
    return sheet.dumps(rows, mark=True)


def cell(row: Row, exercise: str) -> str | float | None:
    """Return what stands for an exercise: its score, or why there is none."""
    mark = row.marks.get(exercise)
    if mark is None:
        return ABSENT
    return EXCUSED if mark.is_excused else row.score(exercise)


def _adjusted(row: Row) -> Iterator[str]:
    for exercise, mark in row.marks.items():
        for one in mark.adjustments:
            amount = {
                Deed.CHANGE: f" {'+' if one.amount >= 0 else ''}{sheet.number(one.amount)}",
                Deed.SCORE: f" = {sheet.number(one.amount)}",
                Deed.EXCUSE: f" {EXCUSED}",
            }.get(one.deed, "")
            yield f"{exercise}{amount}: {one.because}"


def _late(row: Row, exercise: str) -> str:
    lost = sheet.number(row.taken_off(exercise))
    return f"{exercise}: {row.late[exercise].days} d, -{lost}"
