"""A class counted once, one verdict at a time: marks, checks and misconceptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.gradebook.deadlines import IN_TIME, NEVER, Late, Lateness
from autograder.language import NOTHING, Text
from autograder.verdict import CheckResult, Outcome, Verdict


@dataclass(frozen=True)
class Mark:
    """What a student earned, in one exercise or in all; open when it needs review.

    Attributes:
        score: as earned in an exercise; in all, what counts.
        points: what could be earned.
        needs_review: whether someone must look at it first.
        taken_off: the points of an exercise that coming late costs.
    """

    score: float
    points: float
    needs_review: bool = False
    taken_off: float = 0.0


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


class Tally:
    """Counts over a class. It keeps what the class page needs, and no code, print or picture."""

    def __init__(self, exercises: Mapping[str, float] | None = None) -> None:
        """Begin with no verdict.

        Args:
            exercises: the points of every exercise, in their order; others follow as they come.
        """
        self.students: dict[str, dict[str, Mark]] = {}
        self.checks: dict[tuple[str, str], CheckCount] = {}
        self._misconceptions: dict[tuple[str, str], MisconceptionCount] = {}
        self._exercises = dict(exercises or {})

    @classmethod
    def of(
        cls,
        verdicts: Iterable[Verdict],
        exercises: Mapping[str, float] | None = None,
        late: Late = NEVER,
    ) -> Tally:
        """Count verdicts, in any order."""
        tally = cls(exercises)
        for verdict in verdicts:
            tally.add(verdict, late.get((verdict.student, verdict.exercise), IN_TIME))
        return tally

    def add(self, verdict: Verdict, late: Lateness = IN_TIME) -> None:
        """Count one verdict, and what coming late takes off in the total."""
        taken_off = late.taken_off(verdict.score)
        mark = Mark(verdict.score, verdict.points, verdict.needs_review, taken_off)
        self.note(verdict.student, verdict.exercise, mark)
        for check in verdict.checks:
            self._count(verdict, check)
        for key in verdict.misconceptions:
            self._diagnosed(verdict, key)

    def note(self, student: str, exercise: str, mark: Mark) -> None:
        """Count a mark alone, of which no check is known."""
        self.students.setdefault(student, {})[exercise] = mark
        self._exercises[exercise] = max(self._exercises.get(exercise, 0.0), mark.points)

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises that were asked for or handed in."""
        return tuple(self._exercises)

    @property
    def misconceptions(self) -> list[MisconceptionCount]:
        """The misconceptions, the most frequent first."""
        return sorted(self._misconceptions.values(), key=lambda count: -len(count.students))

    @property
    def review(self) -> list[tuple[str, str]]:
        """Student and exercise of every verdict that someone must look at."""
        return [
            (student, exercise)
            for student, marks in self.students.items()
            for exercise, mark in marks.items()
            if mark.needs_review
        ]

    def possible(self, exercise: str | None = None) -> float:
        """Give the points that an exercise is worth, or all of them together."""
        return self._exercises[exercise] if exercise else float(sum(self._exercises.values()))

    def total(self, student: str) -> Mark:
        """Give a student's mark over all exercises; what was not handed in earns nothing."""
        marks = self.students[student].values()
        return Mark(
            score=float(sum(mark.score - mark.taken_off for mark in marks)),
            points=self.possible(),
            needs_review=any(mark.needs_review for mark in marks),
        )

    def marks(self, exercise: str | None = None) -> list[Mark]:
        """Give every mark in an exercise, or the totals."""
        if exercise is None:
            return [self.total(student) for student in self.students]
        return [marks[exercise] for marks in self.students.values() if exercise in marks]

    def _count(self, verdict: Verdict, check: CheckResult) -> None:
        key = (verdict.exercise, check.name)
        if key not in self.checks:
            self.checks[key] = CheckCount(verdict.exercise, check.name, check.title, check.hidden)
        self.checks[key].outcomes[check.outcome] += 1

    def _diagnosed(self, verdict: Verdict, key: str) -> None:
        place = (verdict.exercise, key)
        if place not in self._misconceptions:
            check = next(one for one in verdict.checks if one.feedback.misconception == key)
            self._misconceptions[place] = MisconceptionCount(
                verdict.exercise, key, check.title, check.feedback.message, check.feedback.hint
            )
        self._misconceptions[place].students.append(verdict.student)
