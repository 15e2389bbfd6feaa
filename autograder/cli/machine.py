"""The command that looks at the machine: which layers of the sandbox it has."""

from __future__ import annotations

import typer

from autograder.cli.options import InCourse, Speak, folder_of
from autograder.language import preferred


def doctor(course: InCourse = None, language: Speak = None) -> None:
    """Say which layers of the sandbox this machine has, and whether strangers can be graded."""
    from autograder.report.layers import layers
    from autograder.sandbox.trusted.doctor import examine

    diagnosis = examine([folder_of(course) / "solutions"])
    print(layers(diagnosis, language or preferred()), end="")
    raise typer.Exit(0 if diagnosis.refusal is None else 1)
