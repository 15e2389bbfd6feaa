"""`autograder export`: grades and feedback in the form that each place takes, and its graders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.options import InCourse, Speak, course_for, folder_of
from autograder.language import Language, Text, _, preferred
from autograder.sandbox.kind import Kind

if TYPE_CHECKING:
    from autograder.gradebook import Gradebook, Returned
    from autograder.verdict.results import Results

app = typer.Typer(no_args_is_help=True, help="Hand grades back, or take the checks elsewhere.")

Graded = Annotated[Path, typer.Argument(help="A folder that `grade` wrote.")]
Output = Annotated[Path, typer.Option("--output", help="The file to write.")]
Assignment = Annotated[
    str | None, typer.Option("--assignment", help="Its name there; default: the course's first.")
]

Exercise = Annotated[
    list[str] | None, typer.Option("--exercise", help="Only this one; can be given again.")
]
ScaleTo = Annotated[
    float | None, typer.Option("--scale-to", min=0, help="Default: the platform's own maximum.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Also what others wrote there; default: keep it.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print the old and the new grades.")]


@app.command()
def csv(results: Graded, output: Output, exercise: Exercise = None, language: Speak = None) -> None:
    """Scores and comments as a table, for Excel and others."""
    from autograder import gradebook

    speak = language or preferred()
    _write(output, gradebook.plain(_graded(results, exercise), speak), speak)


@app.command()
def json(
    results: Graded, output: Output, exercise: Exercise = None, language: Speak = None
) -> None:
    """Scores for programs."""
    from autograder import gradebook

    _write(output, gradebook.to_json(_graded(results, exercise)), language or preferred())


@app.command()
def moodle(
    results: Graded,
    output: Output,
    worksheet: Annotated[
        Path | None, typer.Option("--worksheet", help="From `Download grading worksheet`.")
    ] = None,
    exercise: Exercise = None,
    scale_to: ScaleTo = None,
    overwrite: Overwrite = False,
    dry_run: DryRun = False,
    language: Speak = None,
) -> None:
    """Moodle's grading worksheet, filled in with grades and comments."""
    from autograder import gradebook

    speak = language or preferred()
    where = _where("moodle", exercise)
    cells = gradebook.Cells(gradebook.sent(results, where), overwrite=overwrite)
    book = _graded(results, exercise)
    done = gradebook.moodle(book, speak, worksheet, cells, scale_to)
    _return(done, results, where, output, speak, dry_run)


@app.command()
def canvas(
    results: Graded,
    output: Output,
    worksheet: Annotated[
        Path | None, typer.Option("--worksheet", help="From Grades → Export in Canvas.")
    ] = None,
    course: InCourse = None,
    assignment: Assignment = None,
    exercise: Exercise = None,
    scale_to: ScaleTo = None,
    overwrite: Overwrite = False,
    dry_run: DryRun = False,
    language: Speak = None,
) -> None:
    """Canvas's gradebook with one column filled in."""
    from autograder import gradebook

    speak = language or preferred()
    named = assignment or course_for(course).settings.assignment
    where = _where(f"canvas {named}", exercise)
    cells = gradebook.Cells(gradebook.sent(results, where), overwrite=overwrite)
    book = _graded(results, exercise)
    done = gradebook.canvas(book, speak, worksheet, named, cells, scale_to)
    _return(done, results, where, output, speak, dry_run)


@app.command()
def classroom(
    results: Graded, output: Output, exercise: Exercise = None, language: Speak = None
) -> None:
    """A table to paste from, for Google Classroom, which imports no file."""
    from autograder import gradebook

    speak = language or preferred()
    _write(output, gradebook.classroom(_graded(results, exercise), speak), speak)


@app.command()
def feedback(results: Graded, output: Output, language: Speak = None) -> None:
    """Every student's page in one zip, as Moodle takes feedback files."""
    from autograder import gradebook

    book = _graded(results)
    _write(
        output,
        gradebook.feedback_zip(gradebook.pages(book, _place(results))),
        language or preferred(),
    )


@app.command()
def mail(
    results: Graded,
    output: Annotated[Path, typer.Option("--output", help="The folder for the messages.")],
    language: Speak = None,
) -> None:
    """A message with the page for each student of the roster; nothing is sent."""
    from autograder import gradebook
    from autograder.gradebook import mail as messages

    speak, there = language or preferred(), _place(results)
    people = gradebook.class_of(there).people
    written, without = messages.write(_graded(results), there, people, output, speak)
    _say(_("{count} messages are in {folder}").format(count=len(written), folder=output), speak)
    if without:
        _say(
            _("no address is known, from `autograder roster import`, of: {names}").format(
                names=", ".join(without)
            ),
            speak,
        )


@app.command()
def nbgrader(
    results: Graded,
    course: InCourse = None,
    database: Annotated[
        str | None, typer.Option("--database", help="Its address; default: nbgrader's settings.")
    ] = None,
    assignment: Assignment = None,
    language: Speak = None,
) -> None:
    """Scores, comments and graded notebooks into nbgrader, for formgrader and feedback."""
    from autograder import gradebook
    from autograder.course import Course

    speak = language or preferred()
    where = Course.at(folder_of(course))
    named = assignment or where.settings.assignment
    handed = gradebook.to_nbgrader(_place(results), where.folder, named, speak, database)
    for path, why in handed.passed_over:
        _say(_("not shown in the formgrader: {path}: {why}").format(path=path, why=why), speak)
    _say(
        _("{students} students and {notebooks} notebooks are in {place}").format(
            students=handed.students, notebooks=handed.notebooks, place=handed.place
        ),
        speak,
    )


@app.command()
def gradescope(
    output: Output,
    course: InCourse = None,
    sandbox: Annotated[Kind, typer.Option(help="trust: if it lacks the locks.")] = Kind.LOCKED,
    language: Speak = None,
) -> None:
    """An autograder to upload to Gradescope. It holds the solutions."""
    from autograder.frontends.gradescope_bundle import gradescope_bundle

    speak = language or preferred()
    _told(gradescope_bundle(folder_of(course), output, speak, sandbox), speak)


@app.command()
def github(
    repository: Annotated[Path, typer.Argument(help="The assignment's template repository.")],
    package: Annotated[str, typer.Option("--package", help="What pip installs there.")],
    language: Speak = None,
) -> None:
    """A workflow that checks every push and reports to GitHub Classroom."""
    from autograder.frontends.github import write_workflow

    speak = language or preferred()
    _told(write_workflow(repository, speak, package), speak)


def _place(results: Path) -> Results:
    from autograder.verdict.results import Results

    return Results(results)


def _graded(results: Path, exercises: list[str] | None = None) -> Gradebook:
    from autograder import gradebook

    book = gradebook.load(_place(results))
    if not exercises:
        return book
    for name in exercises:
        if name not in book.points:
            raise gradebook.GradebookError(
                _("no exercise is called {name}; there are: {names}").format(
                    name=name, names=", ".join(book.exercises)
                )
            )
    return book.only(exercises)


def _where(platform: str, exercises: list[str] | None) -> str:
    """Name the grades that go there, so that the next export knows them again."""
    return " ".join([platform, *sorted(exercises or [])])


def _return(
    done: Returned, results: Path, where: str, output: Path, language: Language, is_dry: bool
) -> None:
    """Write a platform's file, or print what it would change, and say what it leaves alone."""
    from autograder import gradebook

    if is_dry:
        for one in done.grades.values():
            print(f"{one.student}: {one.before or '–'} → {one.after or '–'}")
    else:
        _write(output, done.content, language)
        gradebook.note(results, where, done)
    for text in done.told:
        _say(text, language)


def _write(output: Path, content: bytes, language: Language) -> None:
    from autograder.verdict import files

    files.write(output, content)
    _told(output, language)


def _told(path: Path, language: Language) -> None:
    _say(_("written: {path}").format(path=path), language)


def _say(text: Text, language: Language) -> None:
    print(text.to(language))
