"""How late a submission is, and what that leaves of its score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from autograder.language import NOTHING, Text


@dataclass(frozen=True)
class Lateness:
    """How late one submission is, and what is left of its score.

    Attributes:
        days: days that have begun since it was due; 0 is in time.
        factor: what the score is multiplied by, from 0 to 1.
        text: the same in words, or nothing when it was in time.
    """

    days: int = 0
    factor: float = 1.0
    text: Text = NOTHING

    def taken_off(self, score: float) -> float:
        """Return the points that a score loses by it."""
        return score * (1 - self.factor)


IN_TIME = Lateness()
# By student and exercise, only what was late.
Late = Mapping[tuple[str, str], Lateness]
NEVER: Late = MappingProxyType({})
