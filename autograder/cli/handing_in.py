"""`autograder submit`: look at the files, and hand them in."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.options import Speak
from autograder.course import Course
from autograder.frontends import hand_in
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
    course_id: Annotated[str, typer.Option(help="The course's name in nbgrader.")] = "kobai",
    assignment: Annotated[str, typer.Option(help="Its name in nbgrader.")] = "minimum",
    exchange: Annotated[
        Path | None, typer.Option("--exchange", help="nbgrader's exchange; default: its settings.")
    ] = None,
    language: Speak = None,
) -> None:
    """Look at what you hand in, warn about what will fail, and hand it in."""
    speak = language or preferred()
    parcel = hand_in.pack(files, Course().functions)
    for text in parcel.told:
        print(text.to(speak))
    if to is not None:
        place = hand_in.Place(to, course_id, assignment, exchange)
        done = hand_in.deliver(parcel, place, student or getpass.getuser(), datetime.now(UTC))
        print(done.to(speak))
