"""Graded notebooks where nbgrader's formgrader looks for them, made without running anything."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from autograder.gradebook import comments
from autograder.gradebook.database import HIDDEN, PUBLIC
from autograder.gradebook.sheet import number
from autograder.language import Language, Text, _
from autograder.submission import cells, opening
from autograder.submission.reading import LARGEST_NOTEBOOK
from autograder.verdict import Verdict, files
from autograder.verdict.gradebook import Gradebook, Row

EXCHANGED = ("timestamp.txt", "submission_secret.txt")
LARGEST_STAMP = 1 << 10
# What nbgrader's autograde does before it runs a notebook: outputs go, our cells come back.
SANITIZERS = (
    *("ClearOutput", "DeduplicateIds", "OverwriteKernelspec", "OverwriteCells"),
    "CheckCellMetadata",
)


def show(
    book: Gradebook, course: Path, url: str, assignment: str, language: Language = "en"
) -> list[tuple[Path, Text]]:
    """Write autograded/STUDENT/ASSIGNMENT/NAME.ipynb, with our feedback where checks would print.

    Args:
        book: the scores of the class, already recorded in the database.
        course: the folder with nbgrader_config.py and submitted/.
        url: of the database.
        assignment: the assignment's name.
        language: of the feedback.

    Returns:
        Notebooks that could not be shown, and why; a .py has none to show.
    """
    passed_over = []
    for row in book.rows:
        for name, verdict in row.verdicts.items():
            inner = Path(row.student, assignment, f"{name}.ipynb")
            path = course / "submitted" / inner
            try:
                notebook = _read(path, course / "submitted")
                resources = {"notebook": name, "assignment": assignment, "student": row.student}
                notebook = _sanitized(notebook, {**resources, "db_url": url}, course)
            except (opening.RefusedError, cells.NotebookError) as fault:
                passed_over.append((path, fault.text))
                continue
            _tell(notebook, verdict, row, language)
            text = import_module("nbformat").writes(notebook)
            files.write(course / "autograded" / inner, f"{text}\n")
        for name in EXCHANGED:
            _keep(course, Path(row.student, assignment, name))
    return passed_over


def _keep(course: Path, inner: Path) -> None:
    """Keep what the exchange put beside a submission: by it feedback finds its way back."""
    submitted = course / "submitted"
    place = course / "autograded" / inner
    if place.parent.is_dir():
        with suppress(opening.RefusedError):
            files.write(place, opening.content(submitted / inner, submitted, LARGEST_STAMP))


def _read(path: Path, root: Path) -> Any:
    """Read a student's notebook with the bounds of a submission."""
    data = opening.content(path, root, LARGEST_NOTEBOOK)
    text = data.decode("utf-8", "replace")
    cells.require_modest(text)
    try:
        return import_module("nbformat").reads(text, as_version=4)
    except Exception as fault:  # whatever a damaged notebook makes nbformat raise
        raise cells.NotebookError(
            _("The notebook is damaged ({reason}).").format(reason=type(fault).__name__)
        ) from fault


def _sanitized(notebook: Any, about: dict[str, str], course: Path) -> Any:
    kinds = import_module("nbgrader.preprocessors")
    settings = import_module("autograder.course.notebooks").configuration(course)
    resources = {"nbgrader": about, "unique_key": about["notebook"]}
    for name in SANITIZERS:
        try:
            kind = getattr(kinds, name)(config=settings)
            notebook, resources = kind.preprocess(notebook, resources)
        except Exception as fault:  # nbgrader's own, on a notebook that a student changed
            raise cells.NotebookError(
                _("nbgrader cannot show it: {reason}").format(reason=fault)
            ) from fault
    return notebook


def _tell(notebook: Any, verdict: Verdict, row: Row, language: Language) -> None:
    """Put our feedback under the check cells."""
    new_output = import_module("nbformat").v4.new_output
    told = {
        f"{verdict.exercise}-{PUBLIC}": "\n".join(comments.lines(verdict, row, language)),
        f"{verdict.exercise}-{HIDDEN}": _hidden(verdict).to(language),
    }
    for cell in notebook.cells:
        text = told.get(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
        if text and cell.cell_type == "code":
            cell.outputs = [new_output("stream", name="stdout", text=f"{text}\n")]


def _hidden(verdict: Verdict) -> Text:
    checks = [check for check in verdict.checks if check.hidden]
    return _("More checks: {score} of {points} points").format(
        score=number(sum(check.score for check in checks)),
        points=number(sum(check.points for check in checks)),
    )
