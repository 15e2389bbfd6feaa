"""A course: a folder with its settings, its exercises, and, for an instructor, their solutions."""

from __future__ import annotations

import platform
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from autograder.course import exercise, loading, secret, settings
from autograder.course.errors import ExerciseError
from autograder.course.exercise import Exercise
from autograder.course.settings import Settings
from autograder.language import _, add_catalogues, languages

VERSIONED = ("kobai", "numpy", "matplotlib")
PACKAGE = Path(__file__).parents[1]
INSTALLED = PACKAGE.parent  # in a wheel, course.toml lies in the package, beside its checks


@dataclass(frozen=True)
class Course:
    """The course whose folder this is; without one, the course that is installed.

    Attributes:
        folder: the course's.
        is_graded: whether hidden checks and solutions count, as on an instructor's machine.
        secret: from which random inputs follow; None at home.
    """

    folder: Path = INSTALLED
    is_graded: bool = False
    secret: bytes | None = None

    def __reduce__(self) -> tuple[Callable[..., Course], tuple[Path, bool, bytes | None]]:
        """Travel to another process as a folder; the exercises are loaded there, once."""
        return _arrived, (self.folder, self.is_graded, self.secret)

    @classmethod
    def at(cls, folder: Path) -> Course:
        """Return the course whose folder this is, as its instructor has it.

        Raises:
            ExerciseError: it is no course, or has no solutions to compare with.
        """
        course = cls(folder.resolve(), is_graded=True, secret=secret.read(folder))
        course.settings  # noqa: B018 -- to say at once what is wrong with them
        if not (course.folder / "solutions").is_dir():
            raise ExerciseError(
                _(
                    "{folder}: not found; run this in the course's folder, or name it with --course"
                ).format(folder=course.folder / "solutions")
            )
        return course

    def due(self, assignment: str | None, exercises: Collection[str]) -> tuple[str, ...]:
        """Return the exercises that are asked for, in their order; none where nothing is named.

        Args:
            assignment: a set of exercises, as course.toml names it.
            exercises: more of them.

        Raises:
            ExerciseError: there is no such set, or no such exercise.
        """
        sets = self.settings.assignments
        if assignment is not None and assignment not in sets:
            raise ExerciseError(
                _("{file} has no assignment {name}; there are: {names}").format(
                    file=self.file, name=assignment, names=", ".join(sets)
                )
            )
        wanted = {*exercises, *(sets[assignment] if assignment is not None else ())}
        for name in wanted:
            if name not in self.exercises:
                raise ExerciseError(
                    _("no exercise is called {name}; there are: {names}").format(
                        name=name, names=", ".join(self.exercises)
                    )
                )
        return tuple(name for name in self.exercises if name in wanted)

    @classmethod
    def around(cls, place: Path) -> Course:
        """Return the course in whose folder a place lies, or else the one that is installed."""
        place = place.resolve()
        for folder in (place, *place.parents):
            if (folder / settings.FILE).is_file():
                return cls(folder)
        return cls()

    def sealed(self) -> Course:
        """Return the course with its secret, which is made if there is none yet.

        Raises:
            ExerciseError: the file of the secret is damaged.
            OSError: it cannot be written.
        """
        return replace(self, secret=secret.make(self.folder))

    @property
    def is_installed(self) -> bool:
        """Whether this is the course that came with the package, in no folder of its own."""
        return self.folder == INSTALLED

    @property
    def file(self) -> Path:
        """The course's course.toml."""
        own = self.folder / settings.FILE
        return own if own.is_file() or not self.is_installed else PACKAGE / settings.FILE

    @cached_property
    def settings(self) -> Settings:
        """What its course.toml says."""
        read = settings.read(self.file)
        catalogues = self.folder / "locale"
        if catalogues.is_dir():
            add_catalogues(catalogues)
        for language in read.languages:
            if language not in languages():
                raise ExerciseError(
                    _("{file}: there is no catalogue for {language!r} in {folder}").format(
                        file=self.file, language=language, folder=catalogues
                    )
                )
        return read

    @property
    def checks(self) -> Path:
        """The folder of the public checks."""
        return self.folder / self.settings.checks

    @property
    def solutions(self) -> Path | None:
        """The folder of the solutions and hidden checks, or None where they do not count."""
        return self.folder / "solutions" if self.is_graded else None

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by name, each behind those that it depends on.

        Raises:
            ExerciseError: they are not those of course.toml, or not in an order that works.
        """
        there, listed = exercise.found(self.checks), self.settings.exercises
        for name in listed:
            if name not in there:
                raise ExerciseError(
                    _("{file} lists {name!r}, but {check} is missing").format(
                        file=self.file, name=name, check=self.checks / f"check_{name}.py"
                    )
                )
        for name in there:
            if name not in listed:
                raise ExerciseError(
                    _("{check}: add {name!r} to exercises in {file}").format(
                        check=self.checks / f"check_{name}.py", name=name, file=self.file
                    )
                )
        loaded: dict[str, Exercise] = {}
        for name in listed:
            loaded[name] = exercise.named(name, self.solutions, self.checks, self.secret)
            for other in loaded[name].depends_on:
                if other not in loaded:
                    raise ExerciseError(
                        _("{file}: {name!r} depends on {other!r}, which must come first").format(
                            file=self.file, name=name, other=other
                        )
                    )
        return loaded

    @property
    def functions(self) -> dict[str, tuple[str, ...]]:
        """What each exercise asks to be written, in their order."""
        return {name: one.functions for name, one in self.exercises.items()}

    @property
    def points(self) -> dict[str, float]:
        """What each exercise is worth, in their order."""
        return {name: one.points for name, one in self.exercises.items()}

    @property
    def digest(self) -> str:
        """A digest of every file that a verdict of this course may depend on."""
        rooms = (self.checks, self.folder / "solutions") if self.is_graded else (self.checks,)
        return loading.digest_of(self.file, *rooms, self.folder / "locale")


def _arrived(folder: Path, is_graded: bool, secret: bytes | None) -> Course:
    """Return the course of a folder, loaded anew only if a file of it has changed."""
    course = Course(folder, is_graded, secret)
    try:
        return _loaded(folder, is_graded, secret, course.digest)
    except (ExerciseError, OSError):
        return course  # which says what is missing to whoever asks it for something


@lru_cache(maxsize=1)
def _loaded(folder: Path, is_graded: bool, secret: bytes | None, _digest: str) -> Course:
    return Course(folder, is_graded, secret)


def versions() -> dict[str, str]:
    """Return the versions that a verdict depends on."""
    from importlib.metadata import version

    return {"python": platform.python_version(), **{name: version(name) for name in VERSIONED}}
