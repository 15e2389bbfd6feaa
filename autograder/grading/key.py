"""The key of a verdict: a digest of all that it depends on, of nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from autograder.course import versions
from autograder.course.exercise import Exercise
from autograder.course.loading import digest_of
from autograder.course.secret import fingerprint
from autograder.submission import Submission

PACKAGE = Path(__file__).parents[1]
# The rooms of the engine whose code may change what a verdict says; the others only pass it on.
JUDGING = (
    "checking",
    "course",
    "figures",
    "grading",
    "language",
    "sandbox",
    "submission",
    "verdict",
)


def of(submission: Submission, exercise: Exercise, kind: str, beside: Iterable[str]) -> str:
    """Return the key of the verdict on a submission.

    Args:
        submission: what was handed in.
        exercise: whose checks judge it.
        kind: how far the code is trusted.
        beside: what it may import, and what is told of that.
    """
    digest = hashlib.sha256()
    for part in (*_of_submission(submission), *_of_course(exercise), kind, *_of_us(), *beside):
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _of_submission(submission: Submission) -> Iterator[str]:
    yield from (submission.digest, submission.source, submission.student)
    yield from (str(note) for note in (submission.problem or "", *submission.notes))
    yield from (f"{name}={source}" for name, source in sorted(submission.modules.items()))
    yield from (f"{way}={data.hex()}" for way, data in sorted(submission.files.items()))
    yield str(submission.review or "")


def _of_course(exercise: Exercise) -> Iterator[str]:
    yield from (exercise.name, exercise.digest, fingerprint(exercise.secret))


@cache
def _of_us() -> tuple[str, ...]:
    """Return what the engine contributes; read once, as the code that runs was."""
    return (engine(PACKAGE), *(f"{name} {number}" for name, number in versions().items()))


def engine(package: Path) -> str:
    """Return a digest of the engine's judging code."""
    return digest_of(*(package / room for room in JUDGING))
