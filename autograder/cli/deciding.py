"""`autograder adjust` and `forget`: what people decide about scores and students."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.options import InCourse, Speak, course_for
from autograder.language import preferred

There = Annotated[Path, typer.Option("--results", help="The folder that `grade` wrote.")]


def adjust(
    student: Annotated[str, typer.Argument(help="As in the gradebook.")],
    exercise: Annotated[str, typer.Argument(help="As in the gradebook.")],
    what: Annotated[
        str,
        typer.Argument(help="+2, -1.5, 13 (the score), excuse, comment, keep or undo."),
    ],
    because: Annotated[str, typer.Option("--because", help="Why; the student reads it.")],
    check: Annotated[str, typer.Option("--check", help="The check that it is about.")] = "",
    results: There = Path("results"),
    course: InCourse = None,
    language: Speak = None,
) -> None:
    """Decide about a score: it is kept through every regrade, and shown beside the grader's."""
    from autograder.frontends import adjusting
    from autograder.verdict.results import Results

    speak, there = language or preferred(), Results(results)
    decision = adjusting.decide(there, student, exercise, what, because, check)
    adjusting.show(there, speak, course_for(course).settings.public_site)
    print(adjusting.told(there, decision).to(speak))


def forget(
    student: Annotated[str, typer.Argument(help="As in the gradebook.")],
    results: There = Path("results"),
    course: InCourse = None,
    language: Speak = None,
) -> None:
    """Remove all that results hold of a student who has left."""
    from autograder.frontends import forgetting
    from autograder.language import _
    from autograder.verdict.results import Results

    speak = language or preferred()
    where = course_for(course)
    site = where.settings.public_site
    forgetting.forget(Results(results), student, speak, site, where.folder)
    print(_("{student} is forgotten").format(student=student).to(speak))
