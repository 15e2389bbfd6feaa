"""Exercises, found by the one stem that runs through every room."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType

from autograder.checking.stand_in import answering
from autograder.course import loading, secret
from autograder.course.errors import ExerciseError
from autograder.course.loading import PREFIX
from autograder.language import Text, _

__all__ = ["PREFIX", "STAND_IN", "Check", "Exercise", "ExerciseError", "named"]

STAND_IN = "stand_in_"


@dataclass(frozen=True)
class Check:
    """One claim about a submission.

    Attributes:
        name: the function's name.
        title: its docstring, in every language.
        points: what it is worth.
        needs: the checks that must have passed before it means anything.
        hidden: whether it stays on the instructor's machine.
        function: takes some of student, reference and rng, by name.
    """

    name: str
    title: Text
    points: float
    needs: tuple[str, ...]
    hidden: bool
    function: Callable[..., None] = field(repr=False)

    @cached_property
    def asks_for(self) -> tuple[str, ...]:
        """The names of what the function takes."""
        return tuple(inspect.signature(self.function).parameters)


@dataclass(frozen=True)
class Exercise:
    """Functions to write, one file; its checks, and the solution where there is one.

    Attributes:
        name: the stem.
        functions: what a submission shall define.
        depends_on: exercises whose functions a submission may import.
        checks: public ones first.
        stand_ins: our answers for the functions of those exercises, by exercise and function.
        folder: where the public check file lies.
        solutions: where the reference solutions lie, or None on a student's machine.
        secret: from which its random inputs follow; None at home.
        digest: of everything of the course room that a verdict depends on, when it was loaded.
    """

    name: str
    functions: tuple[str, ...]
    depends_on: tuple[str, ...]
    checks: tuple[Check, ...]
    stand_ins: Mapping[str, Mapping[str, Callable[..., object]]]
    folder: Path
    solutions: Path | None = None
    secret: bytes | None = None
    digest: str = ""

    @property
    def points(self) -> float:
        """What the exercise is worth."""
        return float(sum(check.points for check in self.checks))

    @cached_property
    def reference(self) -> ModuleType | None:
        """The reference solution, for hidden checks to compare with."""
        return loading.solution(self.solutions, self.name) if self.solutions else None

    def seed(self, student: str, check: str, submission: str = "") -> int:
        """Return the seed of one check's random inputs for one submission; "" for all checks."""
        return secret.seed(self.secret, self.name, check, student, submission)


def found(folder: Path) -> tuple[str, ...]:
    """Return the stems of the check files in a folder."""
    return tuple(sorted(file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.py")))


def named(
    name: str,
    solutions: Path | None = None,
    folder: Path = loading.INSTALLED,
    secret: bytes | None = None,
) -> Exercise:
    """Load an exercise by its name.

    Args:
        name: the stem.
        solutions: the folder of solutions, whose checks/ are the hidden checks; None without.
        folder: the folder of the public checks.
        secret: from which the random inputs follow; None at home.

    Raises:
        ExerciseError: there is none of this name, or a file of it is broken.
    """
    if name not in (known := found(folder)):
        raise ExerciseError(
            _("there is no exercise {name!r}; there are: {known}").format(
                name=name, known=", ".join(known)
            )
        )
    digest = loading.digest_of(folder)
    public = loading.public(folder, name)
    checks = list(_checks(public, hidden=False))
    if solutions is not None:
        hidden = solutions / "checks" / f"{PREFIX}{name}.py"
        if hidden.exists():
            checks += _checks(loading.hidden(folder, hidden), hidden=True)
        if not (solutions / f"{name}.py").exists():
            raise ExerciseError(
                _("{file}: the solution is missing").format(file=solutions / f"{name}.py")
            )
    _require_known(name, checks)
    depends_on = tuple(getattr(public, "DEPENDS_ON", ()))
    if solutions is not None:
        used = (solutions / f"{one}.py" for one in (*depends_on, name))
        digest += loading.digest_of(solutions / "checks" / f"{PREFIX}{name}.py", *used)
    return Exercise(
        name=name,
        functions=tuple(getattr(public, "FUNCTIONS", (name,))),
        depends_on=depends_on,
        checks=tuple(checks),
        stand_ins={other: _stand_ins(folder, other) for other in depends_on},
        folder=folder,
        solutions=solutions,
        secret=secret,
        digest=digest,
    )


def _require_known(name: str, checks: list[Check]) -> None:
    known = {check.name for check in checks}
    for check in checks:
        if not set(check.needs) <= known:
            raise ExerciseError(
                _("{name}: {check} needs {needs}, known are {known}").format(
                    name=name, check=check.name, needs=check.needs, known=known
                )
            )


def _stand_ins(folder: Path, name: str) -> dict[str, Callable[..., object]]:
    """Return our answers for the functions of an exercise that another one depends on."""
    public = loading.public(folder, name)
    functions = tuple(getattr(public, "FUNCTIONS", (name,)))
    for function in functions:
        if not hasattr(public, f"{STAND_IN}{function}"):
            raise ExerciseError(
                _(
                    "{file}: another exercise depends on {function}, so a function "
                    "{stand_in} must answer where it does not work"
                ).format(file=public.__file__, function=function, stand_in=f"{STAND_IN}{function}")
            )
    return {
        function: answering(function, getattr(public, f"{STAND_IN}{function}"))
        for function in functions
    }


def _checks(module: ModuleType, hidden: bool) -> Iterator[Check]:
    """Return the checks of a file, in its order."""
    for name, function in vars(module).items():
        if name.startswith(PREFIX) and inspect.isfunction(function):
            title = inspect.getdoc(function)
            if not title or not hasattr(function, "points"):
                raise ExerciseError(
                    _("{file}: {name} needs a docstring and @points").format(
                        file=module.__file__, name=name
                    )
                )
            yield Check(
                name=name,
                title=_(title.splitlines()[0]),
                points=float(function.points),
                needs=tuple(getattr(function, "needs", ())),
                hidden=hidden,
                function=function,
            )
