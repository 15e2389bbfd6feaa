"""The beginning of a verdict file: its score, and the key of everything that it depends on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from autograder.verdict import Verdict

HEAD = re.compile(
    r'"score": (?P<score>[\d.e+-]+),\s+"points": (?P<points>[\d.e+-]+),\s+'
    r'"needs_review": (?P<review>true|false),\s+"key": "(?P<key>[0-9a-f]*)"'
)
HEAD_BYTES = 2_000


@dataclass(frozen=True)
class Head:
    """What is known of a verdict without reading all of it."""

    score: float
    points: float
    needs_review: bool
    key: str

    @property
    def is_full(self) -> bool:
        """Whether every point was earned."""
        return not self.needs_review and self.score == self.points

    @classmethod
    def of(cls, verdict: Verdict) -> Head:
        """Return the head of a verdict."""
        return cls(verdict.score, verdict.points, verdict.needs_review, verdict.key)

    @classmethod
    def read(cls, path: Path) -> Head | None:
        """Read the head of a verdict file; None if there is no whole one."""
        try:
            with path.open("rb") as file:
                text = file.read(HEAD_BYTES).decode("utf-8", "ignore")
        except OSError:
            return None
        found = HEAD.search(text)
        if found is None:
            return None
        return cls(
            float(found["score"]), float(found["points"]), found["review"] == "true", found["key"]
        )
