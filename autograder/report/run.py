"""What is known about a grading run: when it was, how long it took, with which versions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.language import Text, _


def facts(path: Path) -> list[tuple[Text, str]]:
    """Read the facts to show from run.json; none, if there is no such file or it is damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return list(_facts(content)) if isinstance(content, dict) else []


def _facts(content: Mapping[str, Any]) -> Iterator[tuple[Text, str]]:
    if "started" in content:
        yield _("Graded"), str(content["started"])
    for name, title in (("seconds", _("Time")), ("processor_seconds", _("Processor time"))):
        if isinstance(content.get(name), int | float):
            yield title, f"{content[name]:.1f} s"
    versions = content.get("versions")
    if isinstance(versions, Mapping):
        yield _("Versions"), ", ".join(f"{name} {version}" for name, version in versions.items())
    if content.get("isolation"):
        yield _("Isolation"), ", ".join(str(layer) for layer in content["isolation"])
