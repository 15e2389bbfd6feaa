"""The one model of a class: what each student earned in each exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.verdict.adjustments import NONE, Adjustment, Adjustments, Deed
from autograder.verdict.lateness import IN_TIME, NEVER, Late, Lateness
from autograder.verdict.model import Verdict
from autograder.verdict.summary import Head


@dataclass(frozen=True)
class Mark:
    """What a student earned, in one exercise or in all; open while it needs review.

    Attributes:
        score: as earned in an exercise, and adjusted; in all, what counts.
        points: what could be earned.
        needs_review: whether someone must look at it first.
        late: how late an exercise was.
        adjustments: what people decided about it.
        graded: the score without them; None where nothing was handed in.
        is_excused: whether it counts neither as earned nor as what could be earned.
        is_set: whether people gave the score, which then is what counts, late or not.
    """

    score: float
    points: float
    needs_review: bool = False
    late: Lateness = IN_TIME
    adjustments: tuple[Adjustment, ...] = ()
    graded: float | None = None
    is_excused: bool = False
    is_set: bool = False

    @classmethod
    def of(cls, verdict: Verdict | Head, late: Lateness = IN_TIME) -> Mark:
        """Return the mark that a verdict gives."""
        return cls(verdict.score, verdict.points, verdict.needs_review, late, graded=verdict.score)

    @property
    def taken_off(self) -> float:
        """The points that coming late costs."""
        if self.needs_review or self.is_set or self.is_excused:
            return 0.0
        return self.late.taken_off(self.score if self.graded is None else self.graded)

    @property
    def counts(self) -> float:
        """What is left of the score after coming late."""
        return max(self.score - self.taken_off, 0.0)

    @property
    def was_handed_in(self) -> bool:
        """Whether there was anything to grade."""
        return self.graded is not None

    @property
    def is_shaken(self) -> bool:
        """Whether the verdict under an adjustment has changed since somebody looked."""
        return any(one.graded != self.graded for one in self.adjustments)

    def adjusted(self, adjustments: Sequence[Adjustment]) -> Mark:
        """Return the mark with what people decided, in their order."""
        mark = replace(self, adjustments=tuple(adjustments))
        for one in adjustments:
            match one.deed:
                case Deed.CHANGE:
                    mark = replace(mark, score=max(mark.score + one.amount, 0.0))
                case Deed.SCORE:
                    mark = replace(
                        mark, score=one.amount, is_set=True, is_excused=False, needs_review=False
                    )
                case Deed.EXCUSE:
                    mark = replace(mark, is_excused=True, needs_review=False)
        return mark


@dataclass(frozen=True)
class Row:
    """One student.

    Attributes:
        student: the student's id.
        marks: by exercise; one that is not there was not handed in.
        verdicts: what the marks come from, without code and pictures, where it was read.
        section: of the class that the student is in, where it has sections.
    """

    student: str
    marks: Mapping[str, Mark] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    section: str = ""

    @classmethod
    def of(cls, student: str, verdicts: Iterable[Verdict], late: Late = NEVER) -> Row:
        """Return the row of one student; of two verdicts on an exercise the later one holds."""
        row = cls(student)
        for verdict in verdicts:
            row = row.joined(verdict, late)
        return row

    def joined(self, verdict: Verdict, late: Late = NEVER) -> Row:
        """Return the row with one more verdict.

        What a gradebook does not need of it is left behind, so that a large class stays small.
        """
        exercise = verdict.exercise
        mark = Mark.of(verdict, late.get((self.student, exercise), IN_TIME))
        return replace(
            self,
            marks={**self.marks, exercise: mark},
            verdicts={**self.verdicts, exercise: verdict.lean()},
        )

    @property
    def needs_review(self) -> bool:
        """Whether something of ours went wrong, so that there is no total yet."""
        return any(mark.needs_review for mark in self.marks.values())

    @property
    def total(self) -> float | None:
        """The points that count in all; None while something needs review."""
        if self.needs_review:
            return None
        return float(sum(mark.counts for mark in self.marks.values() if not mark.is_excused))

    @property
    def was_handed_in(self) -> bool:
        """Whether anything of the student's was graded."""
        return any(mark.was_handed_in for mark in self.marks.values())

    @property
    def excused(self) -> float:
        """What could have been earned in the exercises that the student is excused from."""
        return float(sum(mark.points for mark in self.marks.values() if mark.is_excused))

    @property
    def late(self) -> Mapping[str, Lateness]:
        """How late each exercise was, only what was late."""
        return {name: mark.late for name, mark in self.marks.items() if mark.late.days}

    def score(self, exercise: str) -> float | None:
        """Return the score of an exercise as earned: 0 if missing, None if our error or excused."""
        mark = self.marks.get(exercise)
        if mark is None:
            return 0.0
        return None if mark.needs_review or mark.is_excused else mark.score

    def taken_off(self, exercise: str | None = None) -> float:
        """Return the points that coming late costs in an exercise, or in all."""
        if exercise is None:
            return float(sum(mark.taken_off for mark in self.marks.values()))
        return self.marks[exercise].taken_off if exercise in self.marks else 0.0


@dataclass(frozen=True)
class Gradebook:
    """A class.

    Attributes:
        rows: sorted by student; also those of whom nothing could be graded.
        points: what each exercise is worth, in the order of the course.
    """

    rows: tuple[Row, ...]
    points: Mapping[str, float]

    @classmethod
    def of_rows(
        cls,
        rows: Iterable[Row],
        points: Mapping[str, float] | None = None,
        students: Iterable[str] = (),
        sections: Mapping[str, str] | None = None,
        adjustments: Adjustments = NONE,
    ) -> Gradebook:
        """Return the gradebook of these rows.

        Args:
            rows: in any order.
            points: of the exercises, in their order; others follow, sorted.
            students: more students, who handed in nothing that could be graded.
            sections: of the students, where the class has them.
            adjustments: what people decided; of exercises and students that are here.
        """
        found = {student: Row(student) for student in students}
        worth = dict(points or {})
        for row in rows:
            found[row.student] = row
            for name, mark in row.marks.items():
                worth[name] = max(worth.get(name, 0.0), mark.points)
        for (student, exercise), decided in adjustments.items():
            if student in found and exercise in worth:
                row = found[student]
                mark = row.marks.get(exercise, Mark(0.0, worth[exercise])).adjusted(decided)
                found[student] = replace(row, marks={**row.marks, exercise: mark})
        order = (*(points or {}), *sorted(set(worth) - set(points or {})))
        where = sections or {}
        ordered = tuple(
            replace(row, section=where.get(student, row.section))
            for student, row in sorted(found.items())
        )
        return cls(ordered, {name: worth[name] for name in order})

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises that were asked for or handed in, in the order of the course."""
        return tuple(self.points)

    @property
    def has_sections(self) -> bool:
        """Whether the class is parted into sections."""
        return any(row.section for row in self.rows)

    @property
    def total_points(self) -> float:
        """What could be earned in all."""
        return float(sum(self.points.values()))

    def only(self, exercises: Sequence[str]) -> Gradebook:
        """Return the gradebook of some exercises, as if there were no others."""
        rows = tuple(
            replace(
                row,
                marks={name: mark for name, mark in row.marks.items() if name in exercises},
                verdicts={name: one for name, one in row.verdicts.items() if name in exercises},
            )
            for row in self.rows
        )
        return Gradebook(
            rows, {name: self.points[name] for name in self.points if name in exercises}
        )

    @property
    def handed_in(self) -> tuple[Row, ...]:
        """The students of whom something was graded."""
        return tuple(row for row in self.rows if row.marks)

    @property
    def shaken(self) -> Iterator[tuple[str, str]]:
        """Student and exercise of adjustments whose ground has changed since they were decided."""
        for row in self.rows:
            for exercise, mark in row.marks.items():
                if mark.is_shaken:
                    yield row.student, exercise

    @property
    def review(self) -> Iterator[tuple[str, str]]:
        """Student and exercise of every verdict that someone must look at."""
        for row in self.rows:
            for exercise, mark in row.marks.items():
                if mark.needs_review:
                    yield row.student, exercise

    def total(self, row: Row) -> Mark:
        """Return a student's mark over all exercises; what was not handed in earns nothing."""
        worth = self.total_points - row.excused
        return Mark(row.total or 0.0, worth, row.needs_review, graded=row.total)

    def scaled(self, row: Row, most: float | None = None) -> float | None:
        """Return a student's total on a scale up to `most`; None where there is none yet.

        Who handed in nothing has none until somebody decides.

        Args:
            row: whose.
            most: what every point is worth there; None: what could be earned.
        """
        total = self.total(row)
        if total.needs_review or not total.points or not row.marks:
            return None
        return total.score * (self.total_points if most is None else most) / total.points

    def marks(self, exercise: str | None = None) -> list[Mark]:
        """Return every mark in an exercise, or the totals of those who handed something in."""
        if exercise is None:
            return [self.total(row) for row in self.handed_in]
        marks = [row.marks[exercise] for row in self.rows if exercise in row.marks]
        return [mark for mark in marks if not mark.is_excused]


def of(
    verdicts: Iterable[Verdict],
    points: Mapping[str, float] | None = None,
    students: Iterable[str] = (),
    late: Late = NEVER,
    sections: Mapping[str, str] | None = None,
    adjustments: Adjustments = NONE,
) -> Gradebook:
    """Return the gradebook of verdicts.

    Args:
        verdicts: in any order; a later one replaces an earlier one of the same exercise.
        points: of the exercises, in their order; others follow, sorted.
        students: more students, who handed in nothing that could be graded.
        late: what was late.
        sections: of the students, where the class has them.
        adjustments: what people decided.
    """
    rows: dict[str, Row] = {}
    for verdict in verdicts:
        row = rows.get(verdict.student, Row(verdict.student))
        rows[verdict.student] = row.joined(verdict, late)
    return Gradebook.of_rows(rows.values(), points, students, sections, adjustments)
