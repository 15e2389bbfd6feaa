"""Commands that make a course's files: what students get, and a new exercise."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.options import InCourse, folder_of


def release(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
    bundle: Annotated[bool, typer.Option("--bundle", help="Also a zip for students.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", help="The zip; default: NAME-students.zip.")
    ] = None,
    course: InCourse = None,
) -> None:
    """Make the students' stubs and notebooks from solutions/, or all of it in one zip."""
    from autograder.course import release as releasing

    folder = folder_of(course)
    made = releasing.release(folder, check=check)
    for kind in ("stale", "missing", "orphaned"):
        for path in getattr(made, kind):
            print(f"{kind}: {path}" if check or kind == "orphaned" else f"written: {path}")
    if check and not made.is_fresh:
        print("run `autograder release` to make them again", file=sys.stderr)
    if bundle and not check:
        from autograder.course import Course
        from autograder.course.bundle import bundle as make_bundle

        print(f"written: {make_bundle(Course(folder.resolve()), output)}")
    raise typer.Exit(0 if made.is_fresh or not check else 1)


def new(
    name: Annotated[str, typer.Argument(help="The exercise's stem, as in newton_method.")],
    course: InCourse = None,
) -> None:
    """Write the files of a new exercise, one in every room."""
    from autograder.course import scaffold

    for path in scaffold.new(course or Path(), name):
        print(f"written: {path}")
    print("next: autograder release")
