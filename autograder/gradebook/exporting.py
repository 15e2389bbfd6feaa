"""Write a gradebook in the form that a platform imports."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from autograder import files
from autograder.gradebook.canvas import canvas
from autograder.gradebook.forms import classroom, plain, to_json
from autograder.gradebook.moodle import moodle
from autograder.gradebook.table import Gradebook, GradebookError
from autograder.language import Language, _


class Form(StrEnum):
    """The forms that scores are written in."""

    CSV = "csv"
    JSON = "json"
    MOODLE = "moodle"
    CANVAS = "canvas"
    CLASSROOM = "classroom"


def export(
    book: Gradebook,
    form: Form,
    path: Path,
    language: Language,
    worksheet: Path | None = None,
    assignment: str = "minimum",
) -> None:
    """Write the scores of a class whole or not at all.

    Args:
        book: the scores.
        form: of the file.
        path: the file to write.
        language: of headings and comments.
        worksheet: the grading worksheet of Moodle or the exported gradebook of Canvas to fill in.
        assignment: its title in Canvas.

    Raises:
        GradebookError: the form cannot be filled in.
        OSError: the file cannot be written.
    """
    if worksheet is not None and form not in (Form.MOODLE, Form.CANVAS):
        raise GradebookError(
            _("Only moodle and canvas take a worksheet to fill in, not {form}.").format(form=form)
        )
    match form:
        case Form.CSV:
            content = plain(book, language)
        case Form.JSON:
            content = to_json(book)
        case Form.CLASSROOM:
            content = classroom(book, language)
        case Form.MOODLE:
            content = moodle(book, language, worksheet)
        case Form.CANVAS:
            content = canvas(book, language, worksheet, assignment)
    files.write(path, content)
