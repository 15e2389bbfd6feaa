"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.language import Language

Speak = Annotated[
    Language | None, typer.Option("--language", help="en or ja; default: your locale's.")
]
InCourse = Annotated[Path, typer.Option("--course", help="The course's folder.")]
