"""Hand a graded class to nbgrader: its database for the scores, its folder for the notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.course.notebooks import configuration
from autograder.gradebook import connection, database, loading, notebooks
from autograder.gradebook.table import GradebookError
from autograder.language import Language, Text, _
from autograder.verdict.results import Results


@dataclass(frozen=True)
class Handed:
    """What nbgrader has now.

    Attributes:
        students: how many.
        notebooks: how many of them have a score.
        place: the database, without a password.
        passed_over: notebooks that the formgrader cannot show, and why; their scores are there.
    """

    students: int
    notebooks: int
    place: str
    passed_over: tuple[tuple[Path, Text], ...]


def to_nbgrader(
    results: Results, course: Path, assignment: str, language: Language, url: str | None = None
) -> Handed:
    """Write scores, comments and late penalties, then the notebooks as graded; run none of them.

    Args:
        results: of a run over nbgrader's ``submitted``.
        course: the folder with nbgrader_config.py.
        assignment: the assignment's name in nbgrader.
        language: of the comments.
        url: of the database; by default what nbgrader's settings say.

    Raises:
        GradebookError: the scores cannot be written, and none were; or only a notebook cannot.
    """
    book = loading.load(results)
    url = url or database_of(course)
    recorded = database.record(book, url, assignment, language, loading.class_of(results).times)
    try:
        passed_over = notebooks.show(book, course, url, assignment, language)
    except OSError as fault:
        raise GradebookError(
            _(
                "The scores are in nbgrader's gradebook, but not every notebook could be written:"
                " {path}: {reason}. Put that right and run this again."
            ).format(path=fault.filename or course, reason=fault.strerror)
        ) from fault
    place = connection.shown(url)
    return Handed(recorded.students, recorded.notebooks, place, tuple(passed_over))


def database_of(course: Path) -> str:
    """Return the address of the database that nbgrader uses in a course's folder."""
    named = configuration(course).CourseDirectory.get("db_url")
    return named or f"{connection.SQLITE}{course.resolve() / 'gradebook.db'}"
