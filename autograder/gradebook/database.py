"""Verdicts in nbgrader's own gradebook, through its API, for its formgrader and its feedback."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from autograder.gradebook import comments
from autograder.gradebook.table import Gradebook, GradebookError, Row
from autograder.language import Language, _
from autograder.verdict import Verdict

# The cells that a release puts into every notebook: public checks, and hidden ones.
PUBLIC, HIDDEN = "check", "hidden"
SQLITE = "sqlite:///"


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
    with _opened(url, assignment) as gradebook:
        _require_fit(gradebook, book, assignment)
        notebooks = 0
        for row in book.rows:
            gradebook.update_or_create_student(row.student)
            time = (times or {}).get(row.student)
            known = {"timestamp": time.astimezone(UTC).replace(tzinfo=None)} if time else {}
            submission = gradebook.update_or_create_submission(assignment, row.student, **known)
            for notebook in submission.notebooks:
                notebooks += notebook.name in row.verdicts
                _fill(notebook, row, language)
        gradebook.db.flush()
        return Recorded(len(book.rows), notebooks)


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
    """Give what a check cell is worth; None while any of the verdict needs review."""
    if verdict.needs_review:
        return None
    is_hidden = cell == f"{verdict.exercise}-{HIDDEN}"
    return sum(check.score for check in verdict.checks if check.hidden == is_hidden)


@contextmanager
def _opened(url: str, assignment: str) -> Iterator[Any]:
    """Open nbgrader's gradebook in one transaction, so that its own commits end with ours."""
    _require_file(url)
    api, errors = _needed("nbgrader.api"), _needed("sqlalchemy.exc")
    try:
        _require_tables(url, assignment)
        with api.Gradebook(url) as gradebook, gradebook.engine.connect() as connection:
            gradebook.db.remove()
            # nbgrader makes objects piece by piece, which SQLAlchemy must not write halfway.
            gradebook.db.configure(
                bind=connection, join_transaction_mode="create_savepoint", autoflush=False
            )
            if gradebook.engine.dialect.name == "sqlite":
                # The driver would begin too late for a savepoint; and locked is known at once.
                connection.connection.driver_connection.isolation_level = None
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield gradebook
            gradebook.db.commit()
            connection.commit()
    except api.InvalidEntry as fault:
        raise GradebookError(
            _("nbgrader's gradebook refuses an entry: {reason}").format(reason=_first_line(fault))
        ) from fault
    except (errors.SQLAlchemyError, OSError, ImportError, ValueError) as fault:
        reason = _first_line(getattr(fault, "orig", None) or fault)
        raise GradebookError(
            _("{url}: {reason}. Nothing was written; is it in use, read-only or elsewhere?").format(
                url=shown(url), reason=reason
            )
        ) from fault


def _require_file(url: str) -> None:
    """Refuse a database file that is not there: nbgrader would make an empty one."""
    path = Path(url.removeprefix(SQLITE))
    if url.startswith(SQLITE) and not path.is_file():
        raise GradebookError(
            _(
                "{path} does not exist. It is made by: nbgrader generate_assignment --force, in the"
                " course's folder."
            ).format(path=path)
        )


def _require_tables(url: str, assignment: str) -> None:
    """Refuse an empty database: nbgrader would fill it, with a program that may not be there."""
    engine = _needed("sqlalchemy").create_engine(url)
    try:
        if not _needed("sqlalchemy").inspect(engine).has_table("assignment"):
            raise _unknown(assignment)
    finally:
        engine.dispose()


def _unknown(assignment: str) -> GradebookError:
    return GradebookError(
        _(
            "nbgrader knows no assignment {assignment}. Run first: nbgrader generate_assignment"
            " {assignment} --force"
        ).format(assignment=assignment)
    )


def _require_fit(gradebook: Any, book: Gradebook, assignment: str) -> None:
    """Refuse an assignment that is not recorded, or was released with other points."""
    try:
        found = gradebook.find_assignment(assignment)
    except _needed("nbgrader.api").MissingEntry as fault:
        raise _unknown(assignment) from fault
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


def _needed(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as fault:
        raise GradebookError(
            _("{module} is not installed: pip install 'kobai[release]'").format(module=module)
        ) from fault


def _first_line(fault: BaseException) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0].rstrip(".")


def shown(url: str) -> str:
    """Give a database's address without its password."""
    scheme, mark, rest = url.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
