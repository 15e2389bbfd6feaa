"""A course: where its exercises and solutions lie, and what they are worth."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

from autograder.course import exercise
from autograder.course.exercise import Exercise, ExerciseError
from autograder.language import _

VERSIONED = ("kobai", "numpy", "matplotlib")


@dataclass(frozen=True)
class Course:
    """The exercises of a course, and, for an instructor, their solutions.

    Attributes:
        solutions: the folder of the reference solutions and hidden checks, or None.
        checks: the folder of the public checks.
    """

    solutions: Path | None = None
    checks: Path = exercise.PUBLIC

    def __reduce__(self) -> tuple[Callable[..., Course], tuple[Path | None, Path]]:
        """Travel to another process as two paths; the exercises are loaded there, once."""
        return _arrived, (self.solutions, self.checks)

    @classmethod
    def at(cls, folder: Path) -> Course:
        """Give the course whose folder this is.

        Raises:
            ExerciseError: it has no solutions to compare with.
        """
        solutions = folder / "solutions"
        if not solutions.is_dir():
            raise ExerciseError(
                _(
                    "{folder}: not found; run this in the course's folder, or name it with --course"
                ).format(folder=solutions)
            )
        return cls(solutions.resolve())

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by name, each behind those that it builds on."""
        return {
            name: exercise.named(name, self.solutions, self.checks)
            for name in exercise.find(self.checks)
        }

    @property
    def functions(self) -> dict[str, tuple[str, ...]]:
        """What each exercise asks to be written, in their order."""
        return {name: one.functions for name, one in self.exercises.items()}

    @property
    def points(self) -> dict[str, float]:
        """What each exercise is worth, in their order."""
        return {name: one.points for name, one in self.exercises.items()}


def _arrived(solutions: Path | None, checks: Path) -> Course:
    """Give the course of these paths, loaded anew only if a file of it has changed."""
    digest = hashlib.sha256()
    for folder in (checks, solutions):
        for file in sorted(folder.rglob("*.py")) if folder is not None else ():
            digest.update(f"{file}:{file.stat().st_size}\n".encode() + file.read_bytes())
    return _loaded(solutions, checks, digest.digest())


@lru_cache(maxsize=1)
def _loaded(solutions: Path | None, checks: Path, _digest: bytes) -> Course:
    return Course(solutions, checks)


def versions() -> dict[str, str]:
    """Give the versions that a verdict depends on."""
    return {"python": platform.python_version(), **{name: version(name) for name in VERSIONED}}
