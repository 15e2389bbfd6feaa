"""What is known about a grading run: when it was, how long it took, with which versions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.language import Text, _


@dataclass(frozen=True)
class Run:
    """The content of run.json.

    Attributes:
        facts: what to show, each under its heading.
        exercises: the points of every exercise, in their order; empty if it is not known.
    """

    facts: tuple[tuple[Text, str], ...] = ()
    exercises: Mapping[str, float] = field(default_factory=dict)


def read_run(path: Path) -> Run:
    """Read run.json; nothing is known, if there is no such file or it is damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Run(
            facts=tuple(_facts(content)),
            exercises={name: float(worth) for name, worth in content.get("exercises", {}).items()},
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return Run()


def _facts(content: Mapping[str, Any]) -> Iterator[tuple[Text, str]]:
    if "started" in content:
        yield _("Graded"), _moment(str(content["started"]))
    for name, title in (("seconds", _("Time")), ("processor_seconds", _("Processor time"))):
        if name in content:
            yield title, f"{content[name]:.1f} s"
    if content.get("versions"):
        versions = content["versions"].items()
        yield _("Versions"), ", ".join(f"{name} {version}" for name, version in versions)
    if content.get("isolation"):
        yield _("Isolation"), ", ".join(str(layer) for layer in content["isolation"])


def _moment(stamp: str) -> str:
    """Return a time of day to the minute, with its zone; as it stands, if it is none."""
    try:
        return f"{datetime.fromisoformat(stamp):%Y-%m-%d %H:%M %Z}".strip()
    except ValueError:
        return stamp
