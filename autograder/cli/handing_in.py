"""`autograder submit`: look at the files, and hand them in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.options import InCourse, Speak, course_for
from autograder.language import preferred


def submit(
    files: Annotated[list[Path], typer.Argument(help="Your files, or the folder they are in.")],
    to: Annotated[
        str | None,
        typer.Option("--to", help="A folder, a .zip to write, or `nbgrader`; left out: only look."),
    ] = None,
    student: Annotated[
        str | None, typer.Option("--student", help="Your name or number; default: your login.")
    ] = None,
    course: InCourse = None,
    course_id: Annotated[
        str | None, typer.Option(help="The course's name in nbgrader; default: its own.")
    ] = None,
    assignment: Annotated[
        str | None, typer.Option(help="Its name in nbgrader; default: the course's first.")
    ] = None,
    exchange: Annotated[
        Path | None, typer.Option("--exchange", help="nbgrader's exchange; default: its settings.")
    ] = None,
    language: Speak = None,
) -> None:
    """Look at what you hand in, warn about what will fail, and hand it in."""
    import getpass
    from datetime import UTC, datetime

    from autograder.frontends import hand_in

    speak, where = language or preferred(), course_for(course)
    parcel = hand_in.pack(files, where.functions)
    for text in parcel.told:
        print(text.to(speak))
    if to is not None:
        settings = where.settings
        place = hand_in.Place(
            to, course_id or settings.name, assignment or settings.assignment, exchange
        )
        done = hand_in.deliver(parcel, place, student or getpass.getuser(), datetime.now(UTC))
        print(done.to(speak))
