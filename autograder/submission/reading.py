"""Read one handed-in file: bytes, then text, then a program that is modest enough to run."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from autograder.language import Text, UserError, _
from autograder.submission import cells, encoding, opening
from autograder.submission.model import Submission

LARGEST_SOURCE = 1 << 20
# Honest notebooks hold their pictures.
LARGEST_NOTEBOOK = 20 << 20
MOST_LINES = 20_000
# CPython stops at 200 open brackets; those in strings are counted here as well.
DEEPEST = 500
BRACKET = re.compile(r"[()\[\]{}]")


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
    """Give how many bytes a file of this name may have."""
    return LARGEST_NOTEBOOK if ".ipynb" in name.lower() else LARGEST_SOURCE


def from_bytes(data: bytes, blank: Submission, *, is_notebook: bool | None = None) -> Submission:
    """Fill in a submission from the bytes of its file."""
    read_so_far = replace(blank, digest=hashlib.sha256(data).hexdigest())
    if is_notebook is None:
        is_notebook = blank.path is not None and blank.path.suffix.lower() == ".ipynb"
    try:
        source, notes = _program(data, is_notebook)
        _require_runnable(source)
    except _ProblemError as fault:
        return replace(read_so_far, problem=fault.text)
    return replace(read_so_far, source=source, notes=blank.notes + notes)


def _program(data: bytes, is_notebook: bool) -> tuple[str, tuple[Text, ...]]:
    if not data.strip():
        raise _ProblemError(_("The file is empty. Hand in the file that you worked on."))
    try:
        text, notes = encoding.text(data)
    except encoding.EncodingError as fault:
        raise _ProblemError(
            _("The file is no text in UTF-8, Shift_JIS or EUC-JP. Save it as UTF-8.")
        ) from fault
    if not is_notebook:
        return text, notes
    try:
        source, more = cells.program(text)
    except cells.NotebookError as fault:
        raise _ProblemError(fault.text) from fault
    if not source.strip():
        raise _ProblemError(_("The notebook has no code in it."))
    return source, notes + more


def _require_runnable(source: str) -> None:
    """Refuse what no honest program looks like, before any parser sees it."""
    if len(source.encode("utf-8", "surrogatepass")) > LARGEST_SOURCE:
        raise _ProblemError(_("The program is too large. Hand in only your program, without data."))
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
    lines = source.count("\n")
    if lines > MOST_LINES:
        raise _ProblemError(
            _("The program has {lines} lines, and at most {most} are read.").format(
                lines=lines, most=MOST_LINES
            )
        )
    if _depth(source) > DEEPEST:
        raise _ProblemError(
            _("The program has more than {most} brackets open at once.").format(most=DEEPEST)
        )


def _depth(source: str) -> int:
    """Give how many brackets are open at once, at most, strings and comments included."""
    if sum(source.count(bracket) for bracket in "([{") <= DEEPEST:
        return 0
    depth = deepest = 0
    for bracket in BRACKET.findall(source):
        depth = depth + 1 if bracket in "([{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
