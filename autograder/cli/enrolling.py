"""`autograder roster`: who is in the course."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.options import InCourse, Speak, folder_of
from autograder.language import preferred

app = typer.Typer(no_args_is_help=True, help="Say who is in the course.")


@app.callback()
def about() -> None:
    """Say who is in the course."""


@app.command(name="import")
def take(
    table: Annotated[Path, typer.Argument(help="A platform's export, or a table of names.")],
    course: InCourse = None,
    language: Speak = None,
) -> None:
    """Take a platform's list of students into roster.csv; nobody is removed."""
    from autograder.gradebook import people
    from autograder.language import _

    place = folder_of(course) / people.NAME
    known, new = people.imported(table, place)
    print(
        _("{path}: {count} people, {new} of them new")
        .format(path=place, count=len(known.persons), new=new)
        .to(language or preferred())
    )
