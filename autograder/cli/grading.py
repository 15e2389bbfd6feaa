"""Commands that grade: one file, a class, and the pages of a class once more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli import ahead
from autograder.cli.options import InCourse, Speak, course_for, folder_of
from autograder.language import Language, preferred
from autograder.sandbox.kind import Kind

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.grading.executors import Crew
    from autograder.report.progress import Telling
    from autograder.verdict import Verdict


def check(
    place: Annotated[
        Path,
        typer.Argument(help="Your exercise file, .py or .ipynb, or the folder they are in."),
    ] = Path(),
    watch: Annotated[bool, typer.Option("--watch", help="Check again at every save.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print each verdict as JSON.")] = False,
    course: InCourse = None,
    language: Speak = None,
) -> None:
    """Check one file or all in a folder, and say what to try next."""
    if watch:
        from autograder.frontends.watch import follow

        follow(place, course_for(course), language or preferred())
        raise typer.Exit(0)
    is_full = _checked(place, course_for(course), language or preferred(), json)
    raise typer.Exit(0 if is_full else 1)


def _checked(place: Path, where: Course, speak: Language, json: bool) -> bool:
    """Check, tell what was found, and return whether all of it is right."""
    from rich.console import Console

    from autograder import report
    from autograder.frontends import local, workplace

    console = Console()
    work = workplace.require(place, where)
    verdicts: list[Verdict] = []
    for verdict in local.check_place(work, where, ahead.taken(place)):
        verdicts.append(verdict)
        if not json:
            report.show(verdict, speak, console, where.settings.public_site)
            if not where.is_installed:
                private = verdict.tracebacks + verdict.seen
                print(report.visible(private), end="", file=sys.stderr)
    if json:
        print(report.escaped("".join(verdict.dumps() for verdict in verdicts)), end="")
    elif work.is_folder:
        report.show_next(verdicts, work.files, work.older, work.missing, speak, console)
    return all(verdict.is_full for verdict in verdicts)


def grade(
    submissions: Annotated[Path, typer.Argument(help="A folder or a download (.zip).")],
    output: Annotated[Path, typer.Option("--output", help="Where results are written.")],
    course: InCourse = None,
    sandbox: Annotated[Kind, typer.Option(help="trust: for code you trust.")] = Kind.LOCKED,
    processes: Annotated[int, typer.Option(help="Graded at once; 0: one for each core.")] = 0,
    scheduler: Annotated[
        str, typer.Option("--scheduler", help="A Dask cluster's, as tcp://HOST:8786.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Grade, say what changes, write nothing.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Only errors.")] = False,
    json_lines: Annotated[bool, typer.Option("--json-lines", help="A line for each.")] = False,
    deadlines: Annotated[
        Path | None, typer.Option("--deadlines", help="Due times, a .toml file.")
    ] = None,
    form: Annotated[
        str | None, typer.Option(help="Of the class; default: what its top looks like.")
    ] = None,
    assignment: Annotated[
        str | None, typer.Option("--assignment", help="Only what this set of exercises asks for.")
    ] = None,
    exercise: Annotated[
        list[str] | None, typer.Option("--exercise", help="Only this one; can be given again.")
    ] = None,
    only: Annotated[
        str, typer.Option("--only", metavar="STUDENT[,…]", help="Only these students.")
    ] = "",
    language: Speak = None,
) -> None:
    """Grade a class: verdicts, gradebook and feedback pages."""
    from rich.console import Console

    from autograder.course import Course
    from autograder.frontends import classroom
    from autograder.gradebook.deadlines import read as read_deadlines
    from autograder.report.progress import Telling
    from autograder.verdict.results import Results

    speak = language or preferred()
    where = Course.at(folder_of(course)).sealed()
    told = Telling(speak, Console(stderr=json_lines, quiet=quiet), json_lines)
    needs_review = classroom.grade(
        submissions,
        where,
        Results(output),
        kind=sandbox,
        crew=_crew(scheduler, processes, where, told),
        write=not dry_run,
        told=told,
        deadlines=read_deadlines(deadlines) if deadlines else None,
        form=form,
        due=where.due(assignment, exercise or ()),
        only=[name.strip() for name in only.split(",") if name.strip()],
    )
    raise typer.Exit(1 if needs_review else 0)


def _crew(scheduler: str, processes: int, course: Course, told: Telling) -> Crew:
    """Say who does the work: a cluster, or so many processes here, 0 being one for each core."""
    from autograder.grading import executors

    if scheduler:
        from autograder.grading import cluster

        return cluster.at(scheduler, course, told.say)
    return executors.processes(processes)


def render(
    results: Annotated[Path, typer.Argument(help="A folder that `grade` wrote.")],
    course: InCourse = None,
    language: Speak = None,
) -> None:
    """Render the pages and the gradebook again, from the verdict files alone."""
    from rich.console import Console

    from autograder import report
    from autograder.frontends import classroom
    from autograder.report.ending import ending
    from autograder.report.progress import Telling
    from autograder.verdict.results import Results

    speak, there, where = language or preferred(), Results(results), course_for(course)
    there.require()
    with there.held():
        book = classroom.render(there, speak, site=where.settings.public_site)
    console = Console()
    console.print(report.table(book, speak))
    missing = classroom.without_site(where)
    said = (*ending(book, there), *([missing] if missing is not None else []))
    Telling(speak, console).say(*said)
