"""Read one handed-in file: bytes, then text, then a program that is modest enough to run."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from autograder.language import Text, UserError, _
from autograder.submission import budget, cells, encoding, opening, outputs
from autograder.submission.model import Submission

# Honest notebooks hold their pictures, which are passed over without being built.
LARGEST_NOTEBOOK = 64 << 20
# A file of Python is no longer than its program and its byte order mark.
LARGEST_FILE = 1 << 20


class _ProblemError(UserError):
    """Why a file cannot be run."""


def read(
    path: Path, student: str = "", exercise: str | None = None, root: Path | None = None
) -> Submission:
    """Read one .py or .ipynb; what is wrong with it is told in the submission, never raised.

    Args:
        path: the file; below root when there is one.
        student: who handed it in.
        exercise: the stem of the exercise; the file's own by default.
        root: the folder below which no link is followed; the file's own by default.
    """
    blank = Submission(student, path.stem if exercise is None else exercise, path, "")
    try:
        data = opening.content(path, root or path.parent, largest(path.name))
    except opening.RefusedError as refusal:
        return replace(blank, problem=refusal.text)
    return from_bytes(data, blank)


def largest(name: str) -> int:
    """Return how many bytes a file of this name may have."""
    return LARGEST_NOTEBOOK if ".ipynb" in name.lower() else LARGEST_FILE


def from_bytes(data: bytes, blank: Submission, *, is_notebook: bool | None = None) -> Submission:
    """Fill in a submission from the bytes of its file."""
    read_so_far = replace(blank, digest=hashlib.sha256(data).hexdigest())
    if is_notebook is None:
        is_notebook = blank.path is not None and blank.path.suffix.lower() == ".ipynb"
    try:
        found = _program(data, is_notebook, blank.exercise)
        _require_runnable(found.source)
    except _ProblemError as fault:
        return replace(read_so_far, problem=fault.text)
    notes = (*blank.notes, *found.notes)
    return replace(read_so_far, source=found.source, notes=notes, modules=found.modules)


def _program(data: bytes, is_notebook: bool, exercise: str) -> cells.Cells:
    if not data.strip():
        raise _ProblemError(_("The file is empty. Hand in the file that you worked on."))
    if is_notebook:
        data = outputs.without(data)
    if len(data) > (LARGEST_FILE if not is_notebook else 4 * LARGEST_FILE):
        raise _ProblemError(_too_large(is_notebook))
    try:
        text, notes = encoding.text(data)
    except encoding.EncodingError as fault:
        raise _ProblemError(
            _("The file is no text in UTF-8, Shift_JIS, EUC-JP or Windows-1252. Save it as UTF-8.")
        ) from fault
    if not is_notebook:
        return cells.Cells(text, notes)
    try:
        found = cells.program(text, exercise)
    except cells.NotebookError as fault:
        raise _ProblemError(fault.text) from fault
    if not found.source.strip():
        raise _ProblemError(_("The notebook has no code in it."))
    return replace(found, notes=(*notes, *found.notes))


def _too_large(is_notebook: bool) -> Text:
    if is_notebook:
        return _("The notebook holds too much to read. Clear its outputs and hand it in again.")
    return _("The program is too large. Hand in only your program, without data.")


def _require_runnable(source: str) -> None:
    """Refuse what no honest program looks like, before any parser sees it."""
    trouble = budget.refusal(source)
    if trouble is not None:
        raise _ProblemError(trouble)
    if not source.strip():
        raise _ProblemError(_("The file is empty. Hand in the file that you worked on."))
    if "\0" in source:
        raise _ProblemError(_("The file is no program: it holds zero bytes."))
    try:
        source.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise _ProblemError(
            _("The file holds half a character. Save it again as UTF-8.")
        ) from fault
