"""Commands that make a course's files: what students get, and a new exercise."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.options import InCourse, folder_of
from autograder.course.release import release as make_release
from autograder.course.scaffold import new as new_exercise


def release(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
    course: InCourse = None,
) -> None:
    """Make the students' stubs and notebooks from solutions/."""
    made = make_release(folder_of(course), check=check)
    for kind in ("stale", "missing", "orphaned"):
        for path in getattr(made, kind):
            print(f"{kind}: {path}" if check or kind == "orphaned" else f"written: {path}")
    if check and not made.is_fresh:
        print("run `autograder release` to make them again", file=sys.stderr)
    raise typer.Exit(0 if made.is_fresh or not check else 1)


def new(
    name: Annotated[str, typer.Argument(help="The exercise's stem, as in newton_method.")],
    course: InCourse = None,
) -> None:
    """Write the files of a new exercise, one in every room."""
    for path in new_exercise(course or Path(), name):
        print(f"written: {path}")
    print("next: autograder release")
