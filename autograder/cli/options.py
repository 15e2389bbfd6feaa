"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.language import Language, languages


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
InCourse = Annotated[Path, typer.Option("--course", help="The course's folder.")]
