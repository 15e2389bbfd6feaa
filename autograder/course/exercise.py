"""Exercises, found by the one stem that runs through every room."""

from __future__ import annotations

import hashlib
import hmac
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType

from autograder.language import NOTHING, Text, UserError, _

PUBLIC = Path(__file__).parents[1] / "checks"
PREFIX = "check_"
STAND_IN = "stand_in_"


class ExerciseError(UserError):
    """A course file that is missing or broken; the message says which, and what to do."""


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
        builds_on: exercises whose functions a submission may import.
        checks: public ones first.
        folder: where the public check file lies.
        solutions: where the reference solutions lie, or None on a student's machine.
    """

    name: str
    functions: tuple[str, ...]
    builds_on: tuple[str, ...]
    checks: tuple[Check, ...]
    folder: Path
    solutions: Path | None = None

    @property
    def points(self) -> float:
        """What the exercise is worth."""
        return float(sum(check.points for check in self.checks))

    @cached_property
    def leans_on(self) -> tuple[str, ...]:
        """The exercises whose functions a submission may import: those with a stand-in."""
        stems = (file.stem for file in sorted(self.folder.glob(f"{STAND_IN}*.py")))
        names = (stem.removeprefix(STAND_IN) for stem in stems)
        return tuple(name for name in names if name != self.name)

    @cached_property
    def reference(self) -> ModuleType | None:
        """The reference solution, for hidden checks to compare with."""
        if self.solutions is None:
            return None
        with importable(self.solutions):
            return _module(self.solutions / f"{self.name}.py", f"solution_{self.name}")

    @cached_property
    def digest(self) -> str:
        """A digest of everything of the course that a verdict depends on."""
        files = [self.folder / f"{PREFIX}{self.name}.py"]
        files += [self.folder / f"{STAND_IN}{name}.py" for name in self.leans_on]
        files += [
            file
            for file in sorted(self.folder.glob("*.py"))  # what check files may import from beside
            if not file.name.startswith((PREFIX, STAND_IN))
        ]
        if self.solutions is not None:
            files.append(self.solutions / "checks" / f"{PREFIX}{self.name}.py")
            files += [self.solutions / f"{name}.py" for name in (*self.builds_on, self.name)]
        digest = hashlib.sha256()
        for file in files:
            content = file.read_bytes() if file.exists() else b""
            digest.update(f"{file.name}:{len(content)}\n".encode() + content)
        return digest.hexdigest()

    def seed(self, student: str, check: str) -> int:
        """Return the seed of the random inputs of one check for one student; "" for all checks.

        They follow from the student and from the course's own files, which no student has.
        """
        mark = hmac.new(self.digest.encode(), f"{student}\0{check}".encode(), hashlib.sha256)
        return int.from_bytes(mark.digest()[:16], "big")

    def stand_in(self, name: str) -> str:
        """Give the source that takes the place of another exercise that does not work yet."""
        file = self.folder / f"{STAND_IN}{name}.py"
        return file.read_text(encoding="utf-8") if file.exists() else ""


def find(folder: Path = PUBLIC) -> tuple[str, ...]:
    """Give the names of all exercises, each behind those that it builds on."""
    names = sorted(file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.py"))
    builds_on = {name: _builds_on(_public(name, folder)) for name in names}
    ordered: list[str] = []
    while len(ordered) < len(names):
        ready = [
            name
            for name in names
            if name not in ordered and set(builds_on[name]) & set(names) <= set(ordered)
        ]
        if not ready:
            raise ExerciseError(
                _("{folder}: exercises that build on each other in a circle: {names}").format(
                    folder=folder, names=names
                )
            )
        ordered.append(ready[0])
    return tuple(ordered)


def named(name: str, solutions: Path | None = None, folder: Path = PUBLIC) -> Exercise:
    """Load an exercise by its name.

    Args:
        name: the stem.
        solutions: the folder of solutions, whose checks/ are the hidden checks; None without.
        folder: the folder of the public checks.

    Raises:
        ExerciseError: there is none of this name, or a file of it is broken.
    """
    public = _public(name, folder)
    checks = list(_checks(public, hidden=False))
    if solutions is not None:
        hidden = solutions / "checks" / f"{PREFIX}{name}.py"
        if hidden.exists():
            checks += _checks(_module(hidden, f"hidden_{name}"), hidden=True)
        if not (solutions / f"{name}.py").exists():
            raise ExerciseError(
                _("{file}: the solution is missing").format(file=solutions / f"{name}.py")
            )
    known = {check.name for check in checks}
    for check in checks:
        if not set(check.needs) <= known:
            raise ExerciseError(
                _("{name}: {check} needs {needs}, known are {known}").format(
                    name=name, check=check.name, needs=check.needs, known=known
                )
            )
    return Exercise(
        name=name,
        functions=tuple(getattr(public, "FUNCTIONS", (name,))),
        builds_on=_builds_on(public),
        checks=tuple(checks),
        folder=folder,
        solutions=solutions,
    )


@contextmanager
def importable(folder: Path) -> Iterator[None]:
    """Let the modules of a folder be imported by their plain names, for the while."""
    sys.path.insert(0, str(folder))
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
        sys.path.remove(str(folder))


def _public(name: str, folder: Path) -> ModuleType:
    file = folder / f"{PREFIX}{name}.py"
    if not file.exists():
        known = ", ".join(
            sorted(one.stem.removeprefix(PREFIX) for one in folder.glob(f"{PREFIX}*.py"))
        )
        raise ExerciseError(
            _("there is no exercise {name!r}; there are: {known}").format(name=name, known=known)
        )
    return _module(file, f"public_{name}")


def _builds_on(public: ModuleType) -> tuple[str, ...]:
    return tuple(getattr(public, "BUILDS_ON", ()))


def _checks(module: ModuleType, hidden: bool) -> Iterator[Check]:
    """Give the checks of a file, in its order."""
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
                title=_(title.splitlines()[0]) if title else NOTHING,
                points=float(function.points),
                needs=tuple(getattr(function, "needs", ())),
                hidden=hidden,
                function=function,
            )


def _module(file: Path, name: str) -> ModuleType:
    """Load one of our own files as a module."""
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None or not file.exists():
        raise ExerciseError(_("{file}: not found").format(file=file))
    module = importlib.util.module_from_spec(spec)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(module)
    except Exception as fault:
        raise ExerciseError(
            _("{file}: {kind}: {reason}").format(file=file, kind=type(fault).__name__, reason=fault)
        ) from fault
    finally:
        sys.dont_write_bytecode = before
    return module
