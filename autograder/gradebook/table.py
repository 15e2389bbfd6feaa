"""gradebook.csv: students down, exercises across."""

from __future__ import annotations

from autograder.gradebook import sheet
from autograder.language import UserError
from autograder.verdict.gradebook import Gradebook, Row

REVIEW = "needs review"


class GradebookError(UserError):
    """Scores that cannot be written in the form asked for; ``text`` says why and what to do."""


def dumps(book: Gradebook, *, mark: bool = False) -> bytes:
    """Give gradebook.csv: student, one column per exercise, total.

    An error of ours is blank, never 0, and its total says that it needs review. An exercise has the
    score as earned, the total what counts. A class in sections has one more column for them; when
    something was late, another says how many days, and how many points that takes off.
    """
    has_late = any(row.late for row in book.rows)
    more = [*(["section"] if book.has_sections else []), *(["late"] if has_late else [])]
    header = ["student", *book.exercises, "total", *more]
    rows: list[list[str | float | None]] = [list(header)]
    for row in book.rows:
        cells: list[str | float | None] = [row.student, *map(row.score, book.exercises)]
        cells.append(REVIEW if row.total is None else row.total)
        if book.has_sections:
            cells.append(row.section)
        if has_late:
            cells.append("; ".join(_late(row, name) for name in row.late))
        rows.append(cells)
    return sheet.dumps(rows, mark=mark)


def _late(row: Row, exercise: str) -> str:
    lost = sheet.number(row.taken_off(exercise))
    return f"{exercise}: {row.late[exercise].days} d, -{lost}"
