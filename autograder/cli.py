"""The command `autograder`: arguments → one call → print; no logic."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from autograder import classroom, local, report
from autograder.course import Course
from autograder.exercise import ExerciseError
from autograder.gradebook import GradebookError
from autograder.language import Language, _, preferred
from autograder.new import new as new_exercise
from autograder.release import ReleaseError
from autograder.release import release as make_release
from autograder.results import Results
from autograder.sandbox import SandboxError
from autograder.sandbox.kinds import Kind
from autograder.submission import SubmissionError
from autograder.verdict import VerdictError
from autograder.watch import watch as watch_file

USAGE = (
    ExerciseError,
    GradebookError,
    ReleaseError,
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

Speak = Annotated[
    Language | None, typer.Option("--language", help="en or ja; default: your locale's.")
]
InCourse = Annotated[Path, typer.Option("--course", help="The course's folder.")]


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="Your exercise file, .py or .ipynb.")],
    watch: Annotated[bool, typer.Option("--watch", help="Check again at every save.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
    language: Speak = None,
) -> None:
    """Check one file, and say what to try next."""
    speak = language or preferred()
    if watch:
        page = file.with_name(f"{file.stem}.feedback.html")
        console = Console()
        watch_file(file, lambda: report.redraw(local.check_file(file), page, speak, console))
        raise typer.Exit(0)
    verdict = local.check_file(file)
    if json:
        print(verdict.dumps(), end="")
    else:
        report.show(verdict, speak)
    raise typer.Exit(0 if verdict.is_full else 1)


@app.command()
def grade(
    submissions: Annotated[Path, typer.Argument(help="A folder or a download (.zip).")],
    output: Annotated[Path, typer.Option("--output", help="Where results are written.")],
    course: InCourse = Path(),
    sandbox: Annotated[Kind, typer.Option(help="trust: for code you trust.")] = Kind.LOCKED,
    processes: Annotated[int, typer.Option(help="Graded at once; 0: one for each core.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Grade, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Only errors.")] = False,
    json_lines: Annotated[bool, typer.Option("--json-lines", help="A line for each.")] = False,
    language: Speak = None,
) -> None:
    """Grade a class: verdicts, gradebook and feedback pages."""
    speak = language or preferred()
    told = classroom.Telling(speak, Console(stderr=json_lines, quiet=quiet), json_lines)
    needs_review = classroom.grade(
        submissions,
        Course.at(course),
        Results(output),
        kind=sandbox,
        processes=processes or os.cpu_count() or 1,
        write=not dry_run,
        told=told,
    )
    raise typer.Exit(1 if needs_review else 0)


@app.command(name="report")
def render(
    results: Annotated[Path, typer.Argument(help="A folder that `grade` wrote.")],
    language: Speak = None,
) -> None:
    """Render the pages and the gradebook again, from the verdict files alone."""
    speak = language or preferred()
    tally = classroom.render(Results(results), speak)
    Console().print(report.table(tally, speak))
    print(_("The class page is {page}").format(page=Results(results).index).to(speak))


@app.command()
def release(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
    course: InCourse = Path(),
) -> None:
    """Make the students' stubs and notebooks from solutions/."""
    made = make_release(course, check=check)
    for kind in ("stale", "missing", "orphaned"):
        for path in getattr(made, kind):
            print(f"{kind}: {path}" if check or kind == "orphaned" else f"written: {path}")
    if check and not made.is_fresh:
        print("run `autograder release` to make them again", file=sys.stderr)
    raise typer.Exit(0 if made.is_fresh or not check else 1)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="The exercise's stem, as in newton_method.")],
    course: InCourse = Path(),
) -> None:
    """Write the files of a new exercise, one in every room."""
    for path in new_exercise(course, name):
        print(f"written: {path}")
    print("next: autograder release")


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
