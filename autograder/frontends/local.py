"""A check where the student works: one file or notebook, in a plain process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from autograder.course import Course
from autograder.frontends import workplace
from autograder.frontends.workplace import Workplace
from autograder.grading.session import Session
from autograder.sandbox import Sandbox
from autograder.sandbox.trusted.recording import Keep, Keeping
from autograder.sandbox.trusted.starting import Spare
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import Submission, SubmissionError, dialect, read_whole
from autograder.verdict import Verdict

Open = Callable[[Path], Sandbox]


def check_file(
    file: Path,
    course: Course | None = None,
    keep: Keep | None = None,
    opened: Open | None = None,
) -> Verdict:
    """Return the verdict of the public checks on one file.

    Args:
        file: a .py or .ipynb file.
        course: whose checks.
        keep: takes the name of each function that drew a figure, and the figure's description.
        opened: opens a sandbox where the file lies; left out: a plain process.

    Raises:
        ExerciseError: the file's name is not that of an exercise.
        SubmissionError: there is no such file.
    """
    course = course or Course()
    if not file.is_file():
        raise SubmissionError(workplace.not_there(file, course))
    return check_submission(
        submission_of(file, course), file.parent, course, keep=keep, opened=opened
    )


def check_place(work: Workplace, course: Course, spare: Spare | None = None) -> Iterator[Verdict]:
    """Yield the verdict on a file, or on each exercise of a folder, once and in their order.

    Args:
        work: what lies there.
        course: whose checks.
        spare: gives a worker that was started beforehand.
    """
    files = work.files

    def opened(folder: Path) -> Sandbox:
        return Subprocess(folder=folder, spare=spare)

    if not work.is_folder:
        yield from (check_file(file, course, opened=opened) for file in files.values())
        return
    session = Session(
        course.exercises,
        lambda name: submission_of(files[name], course) if name in files else None,
        lambda name: opened(files[name].parent),
    )
    yield from (session.verdict(name) for name in files)


def submission_of(file: Path, course: Course) -> Submission:
    """Return what is handed in with a file, as the exercise that it is meant for.

    What it brings along from its folder comes with it.
    """
    named = workplace.meant(file, course)
    exercise = named.exercise if named else file.stem
    submission = read_whole(file, tuple(course.exercises), exercise=exercise)
    before = (named.note,) if named and named.note else ()
    newer = dialect.note(submission.source)
    after = (newer,) if newer else ()
    return replace(submission, notes=(*before, *submission.notes, *after))


def check_submission(
    submission: Submission,
    folder: Path,
    course: Course,
    neighbours: Path | None = None,
    keep: Keep | None = None,
    opened: Open | None = None,
) -> Verdict:
    """Return the verdict on a submission that lies, or is being written, in a folder.

    The exercises that it imports are taken from the same folder where they earn full marks.

    Args:
        submission: what to check.
        folder: where it runs.
        course: whose checks; with solutions, the hidden ones as well.
        neighbours: where those lie, if not in the same folder.
        keep: takes what the functions drew, as in `check_file`.
        opened: opens a sandbox in a folder; left out: a plain process.

    Raises:
        ExerciseError: the submission is not named after an exercise.
    """
    exercise = course.exercises.get(submission.exercise)
    if exercise is None:
        raise workplace.no_exercise(submission.exercise, course)

    beside = workplace.files_of(neighbours or folder, course)

    def own(name: str) -> Submission | None:
        if name == submission.exercise:
            return submission
        files = beside.get(name)
        if not files:
            return None
        return read_whole(files[0], tuple(course.exercises), submission.student, name)

    def sandbox(name: str) -> Sandbox:
        plain = opened(folder) if opened else Subprocess(folder=folder)
        return Keeping(plain, keep) if keep and name == submission.exercise else plain

    session = Session(course.exercises, own, sandbox)
    return session.verdict(submission.exercise)
