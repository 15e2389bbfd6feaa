"""Verdicts in nbgrader's own gradebook, through its API, for its formgrader and its feedback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from autograder.gradebook import comments
from autograder.gradebook.connection import needed, opened, unknown
from autograder.gradebook.table import GradebookError
from autograder.language import Language, _
from autograder.verdict import Verdict
from autograder.verdict.gradebook import Gradebook, Row

# The cells that a release puts into every notebook: public checks, and hidden ones.
PUBLIC, HIDDEN = "check", "hidden"


@dataclass(frozen=True)
class Recorded:
    """What was written: how many students, and how many notebooks with a verdict."""

    students: int
    notebooks: int


def record(
    book: Gradebook,
    url: str,
    assignment: str,
    language: Language = "en",
    times: Mapping[str, datetime] | None = None,
) -> Recorded:
    """Write scores, comments and late penalties; all of them or, where something fails, none.

    A score that needs review has none and is marked for manual grading; a notebook that was not
    handed in has 0, as with nbgrader itself. What a grader entered by hand stays.

    A student of whom it knows no name gets the id as last name; a name that is there stays.

    Args:
        book: the scores of the class.
        url: of the database, as SQLAlchemy takes it: sqlite:///gradebook.db, postgresql://…
        assignment: the assignment's name, which nbgrader's generate_assignment has recorded.
        language: of the comments.
        times: when each student handed in.

    Raises:
        GradebookError: no such database or assignment, other points than the checks have, or a
            database that is locked, read-only or out of reach.
    """
    with opened(url, assignment) as gradebook:
        _require_fit(gradebook, book, assignment)
        notebooks = 0
        for row in book.rows:
            _require_name(gradebook.update_or_create_student(row.student))
            time = (times or {}).get(row.student)
            known = {"timestamp": time.astimezone(UTC).replace(tzinfo=None)} if time else {}
            submission = gradebook.update_or_create_submission(assignment, row.student, **known)
            for notebook in submission.notebooks:
                notebooks += notebook.name in row.verdicts
                _fill(notebook, row, language)
        gradebook.db.flush()
        return Recorded(len(book.rows), notebooks)


def _require_name(student: Any) -> None:
    """Let the formgrader show an id, not "None, None"; a name that is there stays."""
    if not (student.last_name or student.first_name):
        student.last_name, student.first_name = student.id, ""


def _fill(notebook: Any, row: Row, language: Language) -> None:
    """Fill in one submitted notebook."""
    verdict = row.verdicts.get(notebook.name)
    for grade in notebook.grades:
        grade.auto_score = 0.0 if verdict is None else _score(verdict, grade.name)
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
    # The whole feedback stands at the first solution cell; a cell of that name comes first.
    names = sorted(
        (one.name for one in notebook.comments), key=lambda name: (name != notebook.name, name)
    )
    for comment in notebook.comments:
        is_first = comment.name == names[0] and verdict is not None
        comment.auto_comment = (
            "\n".join(comments.lines(verdict, row, language)) if is_first and verdict else None
        )
    notebook.late_submission_penalty = row.taken_off(notebook.name) or None


def _score(verdict: Verdict, cell: str) -> float | None:
    """Return what a check cell is worth; None while any of the verdict needs review."""
    if verdict.needs_review:
        return None
    is_hidden = cell == f"{verdict.exercise}-{HIDDEN}"
    return sum(check.score for check in verdict.checks if check.hidden == is_hidden)


def _require_fit(gradebook: Any, book: Gradebook, assignment: str) -> None:
    """Refuse an assignment that is not recorded, or was released with other points."""
    try:
        found = gradebook.find_assignment(assignment)
    except needed("nbgrader.api").MissingEntry as fault:
        raise unknown(assignment) from fault
    cells = {
        cell.name: float(cell.max_score)
        for notebook in found.notebooks
        for cell in notebook.grade_cells
    }
    for verdict in (verdict for row in book.rows for verdict in row.verdicts.values()):
        for cell, points in _points(verdict).items():
            if cells.get(cell, 0.0) != points:
                raise GradebookError(
                    _(
                        "The cell {cell} has {recorded} points in nbgrader's gradebook and {points}"
                        " by the checks. Run: autograder release, nbgrader generate_assignment"
                        " {assignment} --force"
                    ).format(
                        cell=cell,
                        recorded=f"{cells.get(cell, 0.0):g}",
                        points=f"{points:g}",
                        assignment=assignment,
                    )
                )


def _points(verdict: Verdict) -> dict[str, float]:
    points = {f"{verdict.exercise}-{PUBLIC}": 0.0, f"{verdict.exercise}-{HIDDEN}": 0.0}
    for check in verdict.checks:
        points[f"{verdict.exercise}-{HIDDEN if check.hidden else PUBLIC}"] += check.points
    return points
