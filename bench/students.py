"""A class to measure with: right and wrong files of the proof, dealt out to students."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, islice
from pathlib import Path

from docs.builder.paths import fingerprint

ROOT = Path(__file__).resolve().parents[1]
PROOF = ROOT / "tests" / "submissions"
SOLUTIONS = ROOT / "solutions"
GRADER = ROOT / "autograder"
CACHE = ROOT / ".cache" / "bench"
EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
# One that waits for its time limit measures the limit, and hangs a grader that has none.
HANGS = re.compile(r"while True|import os|sys\.exit|exit\(|quit\(|recursi|input\(|sleep")
# Right files and wrong ones take turns, as in a class that is half done.
STRIDES = {"numerical_gradient": 1, "gradient_descent": 3, "plotting": 5}


@cache
def place() -> Path:
    """Give the folder for what is made of the course; another one as soon as a file changes."""
    sources = (folder.rglob("*.py") for folder in (GRADER, SOLUTIONS, PROOF))
    return CACHE / fingerprint(chain(*sources))[:12]


@cache
def files(exercise: str) -> tuple[str, ...]:
    """Give the sources that are dealt out: the solution, then right and wrong in turn."""
    kinds = []
    for kind in ("right", "wrong"):
        found = sorted((PROOF / exercise / kind).glob("*.py"))
        sources = (path.read_text(encoding="utf-8") for path in found)
        kinds.append([source for source in sources if _ends(source, kind)])
    dealt = [(SOLUTIONS / f"{exercise}.py").read_text(encoding="utf-8")]
    for right, wrong in zip(*kinds, strict=False):
        dealt += [wrong, right]
    return tuple(dealt)


def _ends(source: str, kind: str) -> bool:
    """Whether a file is sure to end by itself: a wrong one names its fault, and none that hangs."""
    named = kind == "right" or not source.startswith('"""expect: none')
    return named and not HANGS.search(source)


def submissions(number: int) -> Mapping[str, str]:
    """Give the sources of one student, by exercise; no two students hand in the same bytes."""
    own = {}
    for exercise, stride in STRIDES.items():
        dealt = files(exercise)
        own[exercise] = f"{dealt[number * stride % len(dealt)]}\n# handed in by {name(number)}\n"
    return own


def name(number: int) -> str:
    """Give the name of a student."""
    return f"s{number:05}"


def write(folder: Path, count: int) -> Path:
    """Write a class of so many students as STUDENT/EXERCISE.py; what lies there already stays."""
    for number in range(count):
        own = folder / name(number)
        if own.is_dir():
            continue
        own.mkdir(parents=True)
        for exercise, source in submissions(number).items():
            (own / f"{exercise}.py").write_text(source, encoding="utf-8")
    return folder


def written(count: int) -> Path:
    """Give the folder of a class of so many students, written if it is not there."""
    return write(place() / "classes" / f"{count}", count)


def everyone() -> Iterator[Mapping[str, str]]:
    """Give one student after the other, without end."""
    number = 0
    while True:
        yield submissions(number)
        number += 1


def first(count: int) -> list[Mapping[str, str]]:
    """Give the first students."""
    return list(islice(everyone(), count))
