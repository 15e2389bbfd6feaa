"""Which of a student's files for one exercise is graded: the one that was worked on."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from autograder.language import Text, _
from autograder.submission import opening
from autograder.submission.beside import Neighbour
from autograder.submission.cells import syntax_error
from autograder.submission.layouts import Placed
from autograder.submission.model import Submission
from autograder.submission.names import Match, shown
from autograder.submission.platforms import CANVAS_AGAIN
from autograder.submission.reading import LARGEST_NOTEBOOK, from_bytes, largest, read

# Nobody hands in more honest copies of one file.
MOST_READ = 10


@dataclass(frozen=True)
class Chosen:
    """One file of a student's for one exercise.

    Attributes:
        item: the file.
        submission: what was read from it.
        left: the student's other files for the exercise, and why they were not taken.
    """

    item: Placed
    submission: Submission
    left: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class _Read:
    item: Placed
    submission: Submission
    is_worked_on: bool


def chosen(group: Sequence[Placed], blank: Submission, place: Path) -> Chosen:
    """Return the file that counts: one that was worked on, then the newest.

    Two files that the place gives to one name, each from somewhere else, are two claims: where
    both were worked on and differ, a person has to say whose they are.

    Args:
        group: a student's files for one exercise.
        blank: a submission with the student and the exercise.
        place: of the class.
    """
    by_name = sorted(group, key=_preference, reverse=True)
    readings = [_reading(item, blank, place) for item in by_name[:MOST_READ]]
    readings.sort(key=lambda one: _worth(one), reverse=True)
    best, *others = readings
    left = [(way(one.item), _why(one, best)) for one in others] + [
        (
            way(item),
            _("another file of the same exercise: {name} was taken").format(
                name=shown(best.item.name)
            ),
        )
        for item in by_name[MOST_READ:]
    ]
    notes = [*best.submission.notes[: len(blank.notes)]]
    if best.item.match and best.item.match.note:
        notes.append(best.item.match.note)
    if others:
        notes.append(
            _(
                "There are several files for this exercise: {taken} was graded, not {others}."
            ).format(
                taken=shown(best.item.name),
                others=", ".join(shown(one.item.name) for one in others),
            )
        )
    # What the names say comes before what reading the file says.
    notes += best.submission.notes[len(blank.notes) :]
    submission = replace(best.submission, notes=tuple(notes), review=_rivals(best, others))
    return Chosen(best.item, submission, tuple(left))


def _rivals(best: _Read, others: Sequence[_Read]) -> Text | None:
    """Return why nobody can tell whose a file is, or None."""
    rivals = [
        other
        for other in others
        if other.item.claim != best.item.claim
        and other.is_worked_on
        and best.is_worked_on
        and other.submission.digest != best.submission.digest
    ]
    if not rivals:
        return None
    return _(
        "Two places claim the name {student}: {one} and {other}. Say whose they are: rename one of"
        " them, or remove it, and grade again."
    ).format(
        student=shown(best.submission.student),
        one=way(best.item),
        other=way(rivals[0].item),
    )


def _reading(item: Placed, blank: Submission, place: Path) -> _Read:
    """Return what was read from a file; whatever goes wrong stays with this file."""
    blank = replace(blank, path=place.joinpath(*item.entry.parts))
    try:
        submission = _submission(item, blank)
        return _Read(item, submission, is_worked_on(submission))
    except Exception as fault:  # noqa: BLE001 -- a stranger's bytes end themselves, no class
        return _Read(item, replace(blank, problem=unreadable(fault)), is_worked_on=False)


def _submission(item: Placed, blank: Submission) -> Submission:
    named = item.match
    assert named is not None  # only files with an exercise are read
    if named.is_document:
        problem = _("{name} is no Python file. Hand in {right}.").format(
            name=shown(item.name), right=f"{named.exercise}.py"
        )
        return replace(blank, problem=problem)
    try:
        data = item.entry.content(largest(item.name) if named.ending else LARGEST_NOTEBOOK)
    except opening.RefusedError as refusal:
        return replace(blank, problem=refusal.text)
    is_notebook = named.ending == ".ipynb" or (not named.ending and data.lstrip()[:1] == b"{")
    return from_bytes(data, blank, is_notebook=is_notebook)


def unreadable(fault: Exception) -> Text:
    """Say that a file ended its own reading."""
    return _("The file cannot be read ({reason}). Save it again, and hand it in again.").format(
        reason=type(fault).__name__
    )


def is_worked_on(submission: Submission) -> bool:
    """Whether a program is more than the stub of any release: some function has a body.

    Without functions, any statement counts beside imports and a docstring.
    """
    if submission.problem is not None or not submission.source.strip():
        return False
    if syntax_error(submission.source) is not None:
        return True  # nobody hands out what Python cannot read
    body = ast.parse(submission.source).body
    functions = [one for one in body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    if functions:
        return not all(map(_is_blank, functions))
    return any(
        not isinstance(one, ast.Import | ast.ImportFrom) and not _is_text(one) for one in body
    )


def _is_blank(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function holds nothing but a docstring, `pass`, `...` or a NotImplementedError."""
    return all(
        isinstance(one, ast.Pass)
        or _is_text(one)
        or (isinstance(one, ast.Raise) and "NotImplementedError" in ast.dump(one))
        for one in function.body
    )


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _worth(one: _Read) -> tuple[object, ...]:
    return (one.submission.problem is None, one.is_worked_on, *_preference(one.item))


def _preference(item: Placed) -> tuple[object, ...]:
    """Return what makes one file better than another: the newest, then the one named best."""
    named = item.match
    assert named is not None  # only files with an exercise are compared
    return (
        not named.is_document,
        item.entry.refused is None,
        *_named(named, item.entry.modified, item.attempt),
        item.entry.parts,
    )


def _named(named: Match, modified: float, attempt: int = 0) -> tuple[object, ...]:
    return (
        not named.is_old,
        named.rank > 0,
        attempt,
        # Whole seconds: a folder that was copied or checked out has one time for all its files.
        int(modified),
        named.number,
        named.rank,
        named.ending == ".py",
    )


def ordered(files: Mapping[Path, Match]) -> list[Path]:
    """Return a student's files of one exercise in one folder, the one that counts first."""

    def worth(file: Path) -> tuple[object, ...]:
        submission = read(file)
        return (submission.problem is None, is_worked_on(submission))

    def preference(file: Path) -> tuple[object, ...]:
        return (*_named(files[file], file.stat().st_mtime), file.name)

    by_name = sorted(files, key=preference, reverse=True)
    if len(by_name) < 2:
        return by_name
    return sorted(by_name[:MOST_READ], key=worth, reverse=True) + by_name[MOST_READ:]


def _why(one: _Read, best: _Read) -> Text:
    if best.is_worked_on and not one.is_worked_on and one.submission.problem is None:
        return _("nobody has worked on it: {name} was taken").format(name=shown(best.item.name))
    return _("another file of the same exercise: {name} was taken").format(
        name=shown(best.item.name)
    )


def way(item: Placed) -> str:
    """Return where a file lies in its place, fit to be shown."""
    return shown("/".join(item.entry.parts), 300)


def beside(item: Placed, items: Sequence[Placed]) -> Iterator[tuple[Placed, Neighbour]]:
    """Return a student's files in the folder of one of them, or below it."""
    folder = item.entry.parts[:-1]
    for other in items:
        parts = other.entry.parts
        if other is item or other.entry.is_junk or parts[: len(folder)] != folder:
            continue
        name = CANVAS_AGAIN.sub("", other.name) if other.name != parts[-1] else other.name
        way_there = PurePosixPath(*parts[len(folder) : -1], name).as_posix()
        yield other, Neighbour(way_there, other.entry.content)


def neighbours(item: Placed, items: Sequence[Placed]) -> list[Neighbour]:
    """Return what lies beside a student's file."""
    return [neighbour for _other, neighbour in beside(item, items)]
