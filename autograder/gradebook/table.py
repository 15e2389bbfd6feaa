"""The scores of a class as a table: students down, exercises across."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.gradebook import sheet
from autograder.gradebook.deadlines import IN_TIME, NEVER, Late, Lateness
from autograder.language import UserError
from autograder.verdict import Verdict

REVIEW = "needs review"


class GradebookError(UserError):
    """Scores that cannot be written in the form asked for; ``text`` says why and what to do."""


@dataclass(frozen=True)
class Row:
    """One student.

    Attributes:
        student: the student's id.
        verdicts: by exercise; one that is not there was not handed in.
        late: by exercise, only where it was late.
    """

    student: str
    verdicts: Mapping[str, Verdict]
    late: Mapping[str, Lateness] = field(default_factory=dict)

    @property
    def needs_review(self) -> bool:
        """Whether something of ours went wrong, so that there is no total yet."""
        return any(verdict.needs_review for verdict in self.verdicts.values())

    @property
    def total(self) -> float | None:
        """The points that count in all; None while something needs review."""
        if self.needs_review:
            return None
        return sum(verdict.score - self.taken_off(name) for name, verdict in self.verdicts.items())

    def score(self, exercise: str) -> float | None:
        """Give the score of an exercise as earned: 0 if missing, None if our error."""
        verdict = self.verdicts.get(exercise)
        if verdict is None:
            return 0.0
        return None if verdict.needs_review else verdict.score

    def taken_off(self, exercise: str | None = None) -> float:
        """Give the points that coming late costs in an exercise, or in all."""
        if exercise is None:
            return sum(self.taken_off(name) for name in self.verdicts)
        return self.late.get(exercise, IN_TIME).taken_off(self.score(exercise) or 0.0)


@dataclass(frozen=True)
class Gradebook:
    """A class: rows sorted by student, exercises in the order of the course, and their points."""

    rows: tuple[Row, ...]
    exercises: tuple[str, ...]
    points: Mapping[str, float]

    @property
    def total_points(self) -> float:
        """What could be earned in all."""
        return sum(self.points.values())


def of(
    verdicts: Iterable[Verdict],
    exercises: Mapping[str, float] | None = None,
    students: Iterable[str] = (),
    late: Late = NEVER,
) -> Gradebook:
    """Gather verdicts into a gradebook.

    Args:
        verdicts: in any order; a later one replaces an earlier one of the same exercise.
        exercises: their points, in the order of the columns; exercises that it leaves out follow,
            sorted.
        students: more students, who handed in nothing that could be graded.
        late: what was late, by student and exercise.
    """
    found: dict[str, dict[str, Verdict]] = {student: {} for student in students}
    points = dict(exercises or {})
    for verdict in verdicts:
        found.setdefault(verdict.student, {})[verdict.exercise] = verdict
        points[verdict.exercise] = max(points.get(verdict.exercise, 0.0), verdict.points)
    others = sorted(set(points) - set(exercises or {}))
    columns = (*(exercises or {}), *others)
    rows = (
        Row(
            student,
            {name: graded[name] for name in columns if name in graded},
            {
                exercise: lateness
                for exercise in graded
                if (lateness := late.get((student, exercise), IN_TIME)).days
            },
        )
        for student, graded in sorted(found.items())
    )
    return Gradebook(tuple(rows), columns, {name: points[name] for name in columns})


def dumps(book: Gradebook, *, mark: bool = False) -> bytes:
    """Give gradebook.csv: student, one column per exercise, total.

    An error of ours is blank, never 0, and its total says that it needs review. An exercise has the
    score as earned, the total what counts; when something was late one more column says how many
    days, and how many points that takes off.
    """
    has_late = any(row.late for row in book.rows)
    header = ["student", *book.exercises, "total", *(["late"] if has_late else [])]
    rows: list[list[str | float | None]] = [list(header)]
    for row in book.rows:
        cells: list[str | float | None] = [row.student, *map(row.score, book.exercises)]
        cells.append(REVIEW if row.total is None else row.total)
        if has_late:
            cells.append("; ".join(_late(row, name) for name in row.late))
        rows.append(cells)
    return sheet.dumps(rows, mark=mark)


def _late(row: Row, exercise: str) -> str:
    lost = sheet.number(row.taken_off(exercise))
    return f"{exercise}: {row.late[exercise].days} d, -{lost}"
