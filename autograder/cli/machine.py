"""The command that looks at the machine: which layers of the sandbox it has."""

from __future__ import annotations

import typer

from autograder import report
from autograder.cli.options import InCourse, Speak, folder_of
from autograder.language import preferred
from autograder.sandbox.trusted.doctor import examine


def doctor(course: InCourse = None, language: Speak = None) -> None:
    """Say which layers of the sandbox this machine has, and whether strangers can be graded."""
    diagnosis = examine([folder_of(course) / "solutions"])
    print(report.layers(diagnosis, language or preferred()), end="")
    raise typer.Exit(0 if diagnosis.refusal is None else 1)
