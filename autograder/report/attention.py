"""What needs a person, each with the command that settles it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.gradebook.people import People
from autograder.language import Text, _
from autograder.verdict.gradebook import Gradebook
from autograder.verdict.results import Results

MOST = 10


@dataclass(frozen=True)
class Attention:
    """One thing that somebody has to decide.

    Attributes:
        student: whose.
        exercise: which one.
        why: what is open.
        commands: what settles it, one or the other.
    """

    student: str
    exercise: str
    why: Text
    commands: tuple[str, ...]


def attention(book: Gradebook, results: Results) -> Iterator[Attention]:
    """Yield what is open: verdicts without a score, and adjustments whose ground has changed."""
    for student, exercise in book.review:
        yield Attention(
            student,
            exercise,
            _("it has no score: something of ours went wrong, or two claim to have handed it in"),
            (_adjust(results, student, exercise, "SCORE"),),
        )
    for row in book.rows:
        for exercise, mark in row.marks.items():
            if not mark.is_shaken:
                continue
            before = next(one.graded for one in mark.adjustments if one.graded != mark.graded)
            yield Attention(
                row.student,
                exercise,
                _("it was adjusted when the grader gave {before}; it gives {now} now").format(
                    before=_said(before), now=_said(mark.graded)
                ),
                tuple(_adjust(results, row.student, exercise, deed) for deed in ("keep", "undo")),
            )


def people(known: People, students: Sequence[str]) -> Iterator[Text]:
    """Yield who of a class does not fit the roster, a line for each kind; nothing without one."""
    if strangers := known.strangers(students):
        yield _("not on the roster: {names}").format(names=_few(strangers))
    if gone := known.gone(students):
        yield _("left the course, and handed in: {names}; `autograder forget` removes them").format(
            names=_few(gone)
        )
    for names in known.doubled(students):
        yield _(
            "one person under several names: {names}; `autograder forget` removes the one that is"
            " not to count"
        ).format(names=", ".join(names))


def told(book: Gradebook, results: Results) -> Iterator[Text]:
    """Yield the same for the terminal, a line for each."""
    every = list(attention(book, results))
    for one in every[:MOST]:
        yield _("{student}, {exercise}: {why}: {command}").format(
            student=one.student, exercise=one.exercise, why=one.why, command=one.commands[0]
        )
    if len(every) > MOST:
        yield _("{count} more are on the class page").format(count=len(every) - MOST)


def _adjust(results: Results, student: str, exercise: str, what: str) -> str:
    words = ["autograder", "adjust", student, exercise, what, "--because", "WHY"]
    if results.folder.name != "results":
        words += ["--results", str(results.folder)]
    return shlex.join(words)


def _said(score: float | None) -> str:
    return "–" if score is None else f"{score:g}"


def _few(names: Sequence[str]) -> str:
    return ", ".join([*names[:MOST], *(["…"] if len(names) > MOST else [])])
