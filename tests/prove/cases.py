"""What the checks are tried on: solutions, stubs, and the submissions of tests/submissions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]  # this project's own course

NO_KEY = "none"
FIRST_LINE = re.compile(r'"""expect: (?P<keys>[a-z0-9, -]+)"""')


class CaseError(Exception):
    """A file of the corpus that does not say what it expects."""


class Kind(StrEnum):
    """What a case is, and so what must come of it."""

    SOLUTION = "solution"
    STUB = "stub"
    RIGHT = "right"
    WRONG = "wrong"
    MUTANT = "mutant"
    SLIP = "slip"


@dataclass(frozen=True)
class Case:
    """One submission whose verdict is known before it is graded.

    Attributes:
        exercise: the stem.
        kind: what it is.
        name: tells it from the other cases of its exercise.
        source: the file's text.
        expected: the misconceptions that must be diagnosed, and no other.
        student: whose random inputs the hidden checks take.
    """

    exercise: str
    kind: Kind
    name: str
    source: str
    expected: tuple[str, ...] = ()
    student: str = "prove"

    @property
    def is_right(self) -> bool:
        """Whether it must earn everything."""
        return self.kind in (Kind.SOLUTION, Kind.RIGHT)

    def __str__(self) -> str:
        return f"{self.exercise}/{self.kind}/{self.name}"


def expected(source: str) -> tuple[str, ...]:
    """Read the keys in the first line of a wrong file.

    Raises:
        CaseError: the first line says nothing of the kind.
    """
    first = source.split("\n", 1)[0]
    found = FIRST_LINE.fullmatch(first.rstrip())
    if found is None:
        raise CaseError(f'the first line is {first[:60]!r}, not """expect: KEY"""')
    keys = tuple(key.strip() for key in found["keys"].split(","))
    return () if keys == (NO_KEY,) else keys


def corpus(exercise: str, root: Path = ROOT) -> Iterator[Case]:
    """Give the right and the wrong submissions of an exercise of a course.

    Raises:
        CaseError: a wrong file does not say what it expects; the message names it.
    """
    for kind in (Kind.RIGHT, Kind.WRONG):
        for file in sorted((root / "tests" / "submissions" / exercise / kind).glob("*.py")):
            source = file.read_text(encoding="utf-8")
            try:
                keys = expected(source) if kind is Kind.WRONG else ()
            except CaseError as fault:
                raise CaseError(f"{file}: {fault}") from fault
            yield Case(exercise, kind, file.stem, source, keys)


def ours(exercise: str, root: Path = ROOT) -> Iterator[Case]:
    """Give the solution of an exercise of a course, and its stub."""
    for kind, folder in ((Kind.SOLUTION, "solutions"), (Kind.STUB, "exercises")):
        path = root / folder / f"{exercise}.py"
        if not path.exists():
            raise CaseError(f"{path} is not there: run `autograder release`")
        source = path.read_text(encoding="utf-8")
        yield Case(exercise, kind, exercise, source)
