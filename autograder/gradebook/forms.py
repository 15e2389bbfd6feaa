"""Scores in forms that every program reads.

Google Classroom imports no file of grades; its form is a table to read from or to paste.
"""

from __future__ import annotations

import json

from autograder.gradebook import comments, sheet
from autograder.gradebook.sheet import Cells
from autograder.language import Language, _
from autograder.verdict.gradebook import Gradebook
from autograder.verdict.lateness import IN_TIME


def plain(book: Gradebook, language: Language) -> bytes:
    """Return every score with a comment, for any spreadsheet: Excel knows that it is UTF-8."""
    words = [
        text.to(language)
        for text in (
            _("student"),
            _("total"),
            _("points possible"),
            _("days late"),
            _("points off for that"),
            _("comments"),
        )
    ]
    rows: list[Cells] = [[words[0], *book.exercises, *words[1:]]]
    for row in book.rows:
        late = max((one.days for one in row.late.values()), default=0)
        rows.append(
            [
                row.student,
                *map(row.score, book.exercises),
                _("needs review").to(language) if row.total is None else row.total,
                book.total_points,
                late,
                row.taken_off(),
                comments.plain(row, book, language),
            ]
        )
    return sheet.dumps(rows, mark=True)


def to_json(book: Gradebook) -> bytes:
    """Return the whole gradebook as JSON; a score that needs review is null.

    An exercise has the score as earned and what coming late takes off; a total is what counts.
    """
    students = [
        {
            "student": row.student,
            "total": row.total,
            "needs_review": row.needs_review,
            "exercises": {
                exercise: {
                    "score": row.score(exercise),
                    "points": book.points[exercise],
                    "handed_in": exercise in row.verdicts,
                    "days_late": row.late.get(exercise, IN_TIME).days,
                    "taken_off": row.taken_off(exercise),
                }
                for exercise in book.exercises
            },
        }
        for row in book.rows
    ]
    content = {
        "version": 1,
        "exercises": dict(book.points),
        "points": book.total_points,
        "students": students,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def classroom(book: Gradebook, language: Language) -> bytes:
    """Return a table to paste into a Google sheet: student, grade, out of, comment."""
    heading = (_("student"), _("grade"), _("out of"), _("comments"))
    rows: list[Cells] = [[text.to(language) for text in heading]]
    rows.extend(
        [row.student, book.scaled(row), book.total_points, comments.plain(row, book, language)]
        for row in book.rows
    )
    return sheet.dumps(rows)
