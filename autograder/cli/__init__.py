"""The command `autograder`: arguments → one call → print; no logic.

One file for each group of commands; here they get their names.
"""

from __future__ import annotations

import sys

import typer

from autograder.cli import exporting, grading, handing_in, machine, making
from autograder.course.exercise import ExerciseError
from autograder.course.release import ReleaseError
from autograder.frontends.hand_in import HandInError
from autograder.gradebook import GradebookError
from autograder.gradebook.deadlines import DeadlineError
from autograder.grading.cluster import ClusterError
from autograder.language import preferred
from autograder.sandbox import SandboxError
from autograder.submission import SubmissionError
from autograder.verdict import VerdictError
from autograder.verdict.results import ResultsError

USAGE = (
    ClusterError,
    DeadlineError,
    ExerciseError,
    GradebookError,
    HandInError,
    ReleaseError,
    ResultsError,
    SandboxError,
    SubmissionError,
    VerdictError,
    OSError,
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Grade the exercises of a course on finding a minimum.",
)
app.command()(grading.check)
app.command()(grading.grade)
app.command(name="report")(grading.render)
app.command()(making.release)
app.command()(making.new)
app.command()(handing_in.submit)
app.add_typer(exporting.app, name="export")
app.command()(machine.doctor)


def main() -> None:
    """Run the command; what the user can mend ends in one sentence and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except USAGE as fault:
        text = getattr(fault, "text", None)
        print(f"autograder: {text.to(preferred()) if text else fault}", file=sys.stderr)
        sys.exit(2)
