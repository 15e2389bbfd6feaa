"""How often each check ended in which way in a class, and each misconception was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from autograder.language import NOTHING, Text
from autograder.verdict import CheckResult, Outcome, Verdict


@dataclass
class CheckCount:
    """How often a check ended in which way."""

    exercise: str
    name: str
    title: Text
    hidden: bool
    outcomes: Counter[Outcome] = field(default_factory=Counter)

    @property
    def passed(self) -> int:
        """How many passed it."""
        return self.outcomes[Outcome.PASSED]

    @property
    def settled(self) -> int:
        """How many were judged by it: all but those where something of ours went wrong."""
        return self.outcomes.total() - self.outcomes[Outcome.ERROR]


@dataclass
class MisconceptionCount:
    """Who has a misconception, and how the first of them was told about it."""

    exercise: str
    key: str
    title: Text = NOTHING
    message: Text = NOTHING
    hint: Text = NOTHING
    students: list[str] = field(default_factory=list)


@dataclass
class BrokenCheck:
    """A check of ours that broke in one way, where, and on whose submissions it did."""

    exercise: str
    name: str
    title: Text
    traceback: str
    students: list[str] = field(default_factory=list)

    @property
    def reason(self) -> str:
        """The last line of the traceback: what went wrong."""
        return (self.traceback.strip().splitlines() or [""])[-1]


class Counts:
    """How the checks of a class ended, and who was told what; it keeps no code and no picture."""

    def __init__(self) -> None:
        self.checks: dict[tuple[str, str], CheckCount] = {}
        self._misconceptions: dict[tuple[str, str], MisconceptionCount] = {}
        self._broken: dict[tuple[str, str, str], BrokenCheck] = {}

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Counts:
        """Return the counts over verdicts, in any order."""
        counts = cls()
        for verdict in verdicts:
            counts.add(verdict)
        return counts

    def add(self, verdict: Verdict) -> None:
        """Count one verdict."""
        for check in verdict.checks:
            self._count(verdict, check)
        for key in verdict.misconceptions:
            self._diagnosed(verdict, key)

    @property
    def misconceptions(self) -> list[MisconceptionCount]:
        """The misconceptions, the most frequent first."""
        return sorted(self._misconceptions.values(), key=lambda count: -len(count.students))

    @property
    def broken(self) -> list[BrokenCheck]:
        """The checks of ours that broke, the one that concerns most students first."""
        return sorted(self._broken.values(), key=lambda one: -len(one.students))

    def _count(self, verdict: Verdict, check: CheckResult) -> None:
        key = (verdict.exercise, check.name)
        if key not in self.checks:
            self.checks[key] = CheckCount(verdict.exercise, check.name, check.title, check.hidden)
        self.checks[key].outcomes[check.outcome] += 1
        if check.outcome is Outcome.ERROR:
            self._broke(verdict, check)

    def _broke(self, verdict: Verdict, check: CheckResult) -> None:
        """Take note of a check that broke, once for each way in which it does."""
        one = BrokenCheck(verdict.exercise, check.name, check.title, check.traceback)
        key = (one.exercise, one.name, one.reason)
        self._broken.setdefault(key, one).students.append(verdict.student)

    def _diagnosed(self, verdict: Verdict, key: str) -> None:
        place = (verdict.exercise, key)
        if place not in self._misconceptions:
            check = next(one for one in verdict.checks if one.feedback.misconception == key)
            self._misconceptions[place] = MisconceptionCount(
                verdict.exercise, key, check.title, check.feedback.message, check.feedback.hint
            )
        self._misconceptions[place].students.append(verdict.student)
