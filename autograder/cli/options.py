"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.language import Language, languages

if TYPE_CHECKING:
    from autograder.course import Course


def _known(language: str | None) -> Language | None:
    """Refuse a language that no catalogue speaks, and name those that there are."""
    if language is None or language in languages():
        return language
    raise typer.BadParameter(
        f"{language!r} is not spoken here; there are: {', '.join(languages())}"
    )


Speak = Annotated[
    Language | None,
    typer.Option("--language", callback=_known, help="As en or ja; default: your locale's."),
]
InCourse = Annotated[
    Path | None,
    typer.Option("--course", help="The course's folder; default: the one you are in."),
]


def course_for(folder: Path | None) -> Course:
    """Return the course that is meant, for a student: its public checks count."""
    from autograder.course import Course

    if folder is None:
        return Course.around(Path.cwd())
    course = Course(folder.resolve())
    course.settings  # noqa: B018 -- to say at once what is wrong with them
    return course


def folder_of(folder: Path | None) -> Path:
    """Return the folder of the course that is meant, for its instructor."""
    from autograder.course import Course

    return folder or Course.around(Path.cwd()).folder
