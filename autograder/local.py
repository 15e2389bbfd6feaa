"""A student's own check of one file: the public checks, run in a plain process."""

from __future__ import annotations

from pathlib import Path

from autograder import grading
from autograder.batch import Head, modules_for
from autograder.course import Course
from autograder.exercise import ExerciseError
from autograder.sandbox.subprocess import Subprocess
from autograder.submission import Submission, read
from autograder.verdict import Verdict

ENDINGS = (".py", ".ipynb")


def check_file(file: Path, course: Course | None = None) -> Verdict:
    """Give the verdict of the public checks on one file.

    The exercises that it builds on are taken from the same folder where they earn full marks.

    Raises:
        ExerciseError: the file's name is not that of an exercise.
        SubmissionError: there is no such file.
    """
    course = course or Course()
    submission = read(file)
    if submission.exercise not in course.exercises:
        raise ExerciseError(
            f"{file.name} is not named after an exercise; "
            f"the exercises are {', '.join(f'{name}.py' for name in course.exercises)}"
        )
    exercise = course.exercises[submission.exercise]
    submissions: dict[str, Submission] = {}
    heads: dict[str, Head] = {}
    for name in exercise.builds_on:
        other = next((path for path in _siblings(file, name) if path.is_file()), None)
        if other is not None:
            submissions[name] = read(other)
            heads[name] = Head.of(
                _grade(submissions[name], course, submissions, heads, file.parent)
            )
    submissions[exercise.name] = submission
    return _grade(submission, course, submissions, heads, file.parent)


def _siblings(file: Path, name: str) -> list[Path]:
    """Give where another exercise may lie, a file of the same kind first."""
    endings = sorted(ENDINGS, key=lambda ending: ending != file.suffix)
    return [file.with_name(name + ending) for ending in endings]


def _grade(
    submission: Submission,
    course: Course,
    submissions: dict[str, Submission],
    heads: dict[str, Head],
    folder: Path,
) -> Verdict:
    exercise = course.exercises[submission.exercise]
    modules, notes = modules_for(exercise, submissions, heads)
    return grading.grade(submission, exercise, Subprocess(folder=folder), modules, notes)
