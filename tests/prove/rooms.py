"""The rooms of an exercise: one stem runs through all of them, and nothing lies there alone."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from autograder.course import Course
from autograder.course.settings import Settings

from .cases import ROOT, Case, Kind

CONTRACT = "tests/submissions/contract.toml"
FEWEST = 2


def contract(root: Path = ROOT) -> Mapping[str, tuple[str, ...]]:
    """Give the misconceptions that each exercise of a course promises to diagnose."""
    path = root / CONTRACT
    content = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {exercise: tuple(keys) for exercise, keys in content.items()}


def places(settings: Settings) -> tuple[str, ...]:
    """Give where the files of each exercise lie."""
    return (
        "solutions/{}.py",
        "solutions/checks/check_{}.py",
        "exercises/{}.py",
        f"{settings.checks}/check_{{}}.py",
        "tests/submissions/{}/right",
        "tests/submissions/{}/wrong",
    )


def gaps(course: Course) -> Iterator[str]:
    """Say which exercise lacks a room, and which room belongs to no exercise."""
    root, settings, exercises = course.folder, course.settings, course.exercises
    lessons = (f"docs/{language}/lessons/{{}}.md" for language in settings.languages)
    for place in (*places(settings), *lessons):
        for exercise in exercises:
            if not (root / place.format(exercise)).exists():
                yield f"{place.format(exercise)} is missing"
    for place in places(settings):
        before, after = place.split("{}")
        for path in sorted(root.glob(place.format("*"))):
            name = path.relative_to(root).as_posix().removeprefix(before).removesuffix(after)
            if name not in exercises:
                yield f"{place.format(name)} belongs to no exercise"


def unproved(cases: Collection[Case], keys: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Say which key of the contract has too few wrong files, and which key is in none."""
    for exercise in sorted({case.exercise for case in cases} | set(keys)):
        wrong = [case for case in cases if case.exercise == exercise and case.kind is Kind.WRONG]
        for key in keys.get(exercise, ()):
            count = sum(key in case.expected for case in wrong)
            if count < FEWEST:
                yield f"{exercise}: {key} has {count} wrong files; {FEWEST} are needed"
        for case in wrong:
            for key in set(case.expected) - set(keys.get(exercise, ())):
                yield f"{case}: expects {key}, which {CONTRACT} does not promise"
