"""A check where the student works: one file or notebook, in a plain process of its own."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.grading.session import Session
from autograder.language import Text, _
from autograder.sandbox import Sandbox
from autograder.sandbox.trusted.recording import Keep, Keeping
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import Submission, SubmissionError, choosing, names, read, read_whole
from autograder.verdict import Verdict

ENDINGS = (".py", ".ipynb")


def check_file(file: Path, course: Course | None = None, keep: Keep | None = None) -> Verdict:
    """Give the verdict of the public checks on one file.

    Args:
        file: a .py or .ipynb file.
        course: whose checks.
        keep: takes the name of each function that drew a figure, and the figure's description.

    Raises:
        ExerciseError: the file's name is not that of an exercise.
        SubmissionError: there is no such file.
    """
    course = course or Course()
    exercises = tuple(course.exercises)
    if file.is_dir():
        raise SubmissionError(
            _("{file} is a folder. Give the path of your exercise file, such as {example}.").format(
                file=file, example=file / f"{exercises[0]}.py"
            )
        )
    if not file.is_file():
        raise SubmissionError(_missing(file, exercises))
    named = names.match(file.name, exercises)
    exercise = named.exercise if named and not named.is_document else file.stem
    submission = read_whole(file, exercises, exercise=exercise)
    if named and named.note:
        submission = replace(submission, notes=(named.note, *submission.notes))
    return check_submission(submission, file.parent, course, file.suffix, keep=keep)


def _missing(file: Path, exercises: Sequence[str]) -> Text:
    """Say that a file is not there, and which one is meant, if one beside it is."""
    try:
        beside = [one.name for one in file.parent.iterdir() if one.suffix in ENDINGS]
    except OSError:
        beside = []
    near = difflib.get_close_matches(file.name, beside, n=1)
    guess = names.match(file.name, exercises)
    there = [name for name in beside if guess and Path(name).stem == guess.exercise]
    if near or there:
        return _("{file} is not there. Did you mean {guess}?").format(
            file=file, guess=file.with_name((near or there)[0])
        )
    return _("{file} is not there. Give the path of your exercise file.").format(file=file)


def check_submission(
    submission: Submission,
    folder: Path,
    course: Course,
    ending: str = ".py",
    neighbours: Path | None = None,
    keep: Keep | None = None,
) -> Verdict:
    """Give the verdict on a submission that lies, or is being written, in a folder.

    The exercises that it imports are taken from the same folder where they earn full marks.

    Args:
        submission: what to check.
        folder: where it runs.
        course: whose checks; with solutions, the hidden ones as well.
        ending: of the neighbours to prefer, .py or .ipynb.
        neighbours: where those lie, if not in the same folder.
        keep: takes what the functions drew, as in `check_file`.

    Raises:
        ExerciseError: the submission is not named after an exercise.
    """
    exercise = course.exercises.get(submission.exercise)
    if exercise is None:
        known = ", ".join(course.exercises)
        raise ExerciseError(
            _("{name!r} is not an exercise; the exercises are {known}").format(
                name=submission.exercise, known=known
            )
        )

    def submission_of(name: str) -> Submission | None:
        if name == submission.exercise:
            return submission
        file = _neighbour(neighbours or folder, name, ending)
        if file is None:
            return None
        return read_whole(file, tuple(course.exercises), submission.student)

    def sandbox(name: str) -> Sandbox:
        plain = Subprocess(folder=folder)
        return Keeping(plain, keep) if keep and name == submission.exercise else plain

    session = Session(course.exercises, submission_of, sandbox)
    return session.verdict(submission.exercise)


def _neighbour(folder: Path, name: str, ending: str) -> Path | None:
    """Return the file of another exercise: one worked on, then one of the preferred kind."""
    files = [file for one in ENDINGS if (file := folder / f"{name}{one}").is_file()]
    files.sort(key=lambda file: file.suffix != ending)
    if len(files) > 1:
        files.sort(key=lambda file: not choosing.is_worked_on(read(file)))
    return files[0] if files else None
