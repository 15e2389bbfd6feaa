"""Mutants that may survive: they change nothing that can be asked for, each with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from .mutants import Mutant

LIST = "tests/submissions/survivors.toml"

Change = tuple[str, str, str, str]


def change(exercise: str, mutant: Mutant) -> Change:
    """Give what tells a mutant from every other."""
    return exercise, mutant.function, mutant.before, mutant.after


def listed(root: Path) -> Mapping[Change, str]:
    """Give the reason of every change that a course lists."""
    file = root / LIST
    if not file.exists():
        return {}
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        (group["exercise"], group["function"], group["before"], after): group["reason"]
        for group in content["survivors"]
        for after in group["after"]
    }


def unexplained(
    survived: Collection[Change], reasons: Mapping[Change, str], all_changes: Iterable[Change]
) -> Iterator[str]:
    """Say which survivors have no reason, and which reasons no survivor."""
    known = set(all_changes)
    for one in sorted(set(survived) - set(reasons)):
        yield f"{_words(one)}: earns everything, and {LIST} gives no reason"
    for one in sorted(set(reasons) - set(survived)):
        end = "no longer survives" if one in known else "is no mutant any more"
        yield f"{_words(one)}: {end}; take it out of {LIST}"


def _words(one: Change) -> str:
    exercise, function, before, after = one
    return f"{exercise}/{function}: {before or '…'}  →  {after or '(removed)'}"
