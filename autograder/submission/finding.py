"""Find a class: every student's file of every exercise, in whatever form it was handed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.language import _
from autograder.submission.model import Found, SubmissionError
from autograder.submission.reading import read


def find(place: Path, exercises: Sequence[str]) -> Found:
    """Find the submissions of a class."""
    if not place.is_dir():
        raise SubmissionError(_("{place} is no folder.").format(place=place))
    submissions = []
    students = []
    for folder in sorted(entry for entry in place.iterdir() if entry.is_dir()):
        students.append(folder.name)
        for exercise in exercises:
            for suffix in (".py", ".ipynb"):
                path = folder / f"{exercise}{suffix}"
                if path.exists() or path.is_symlink():
                    submissions.append(read(path, folder.name, exercise, place))
                    break
    if not submissions:
        raise SubmissionError(_("{place} holds no submission.").format(place=place))
    return Found(tuple(submissions), (), tuple(students))
