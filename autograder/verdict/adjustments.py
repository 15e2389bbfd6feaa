"""What people decide about a score, beside what the grader says: kept as data, never lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType


class Deed(StrEnum):
    """What an adjustment does."""

    CHANGE = "change"  # adds points, or takes some off
    SCORE = "score"  # is what counts, whatever was earned, late or not
    EXCUSE = "excuse"  # leaves the exercise out of the total, and of what could be earned
    COMMENT = "comment"  # says something and changes nothing
    KEEP = "keep"  # looks at what was adjusted before, after the verdict has changed
    UNDO = "undo"  # takes back all that was adjusted before


@dataclass(frozen=True)
class Adjustment:
    """One decision about a student's exercise.

    Attributes:
        student: whose.
        exercise: of which exercise.
        deed: what it does.
        because: why, in words that the student reads.
        amount: the points, of a change or a score.
        check: the check that it is about, or "".
        graded: the score as graded when it was decided; None where nothing was handed in.
        by: who decided.
        when: the time, as ISO 8601.
    """

    student: str
    exercise: str
    deed: Deed
    because: str
    amount: float = 0.0
    check: str = ""
    graded: float | None = None
    by: str = ""
    when: str = ""


# By student and exercise, in the order in which they were decided, what still holds.
Adjustments = Mapping[tuple[str, str], tuple[Adjustment, ...]]
NONE: Adjustments = MappingProxyType({})


def holding(history: Iterable[Adjustment]) -> Adjustments:
    """Return what still holds of all that was ever decided."""
    held: dict[tuple[str, str], tuple[Adjustment, ...]] = {}
    for one in history:
        key = (one.student, one.exercise)
        before = held.get(key, ())
        if one.deed is Deed.UNDO:
            held.pop(key, None)
        elif one.deed is Deed.KEEP:
            held[key] = tuple(replace(other, graded=one.graded) for other in before)
        else:
            # One look is at all of them: the newest says what they rest on.
            held[key] = (*(replace(other, graded=one.graded) for other in before), one)
    return {key: value for key, value in held.items() if value}
