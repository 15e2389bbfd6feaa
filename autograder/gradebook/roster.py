"""What the verdicts of a class do not say: who was seen, when, what was late or left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from autograder.gradebook.deadlines import Deadlines
from autograder.gradebook.people import People
from autograder.gradebook.table import GradebookError
from autograder.language import Text, _
from autograder.submission import Found
from autograder.verdict import files
from autograder.verdict.adjustments import Adjustments
from autograder.verdict.lateness import Lateness
from autograder.verdict.left_out import LeftOut

VERSION = 1
# Where it lies in a folder of results.
NAME = "class.json"


@dataclass(frozen=True)
class Roster:
    """Everyone who was seen, the last time of each student's work, and what was late.

    Attributes:
        students: sorted, also those with nothing to grade.
        times: when the last of a student's files was handed in, where the place says so.
        late: by student and exercise, only what was late.
        points: of every exercise of the course, in their order.
        left_out: files of the last run that were not graded, and why.
        sections: of the students, where the class has them.
        adjustments: what people decided; they lie in a file of their own.
        people: who is in the course, if there is a roster; in a file of their own.
    """

    students: tuple[str, ...] = ()
    times: Mapping[str, datetime] = field(default_factory=dict)
    late: Mapping[tuple[str, str], Lateness] = field(default_factory=dict)
    points: Mapping[str, float] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)
    adjustments: Adjustments = field(default_factory=dict)
    people: People = field(default_factory=People)

    def joined(self, newer: Roster) -> Roster:
        """Return both together; of whom the newer one has seen, what it says."""
        seen = set(newer.students)
        kept = {student: time for student, time in self.times.items() if student not in seen}
        late = {key: one for key, one in self.late.items() if key[0] not in seen}
        return Roster(
            students=tuple(sorted(seen.union(self.students))),
            times={**kept, **newer.times},
            late={**late, **newer.late},
            points=newer.points or self.points,
            left_out=newer.left_out,
            sections={**self.sections, **newer.sections},
        )


def of(
    found: Found,
    deadlines: Deadlines | None = None,
    points: Mapping[str, float] | None = None,
    people: People | None = None,
) -> Roster:
    """Judge a class by its deadlines; without any nothing is late but what the platform marked.

    With a roster, whoever is on it and has never handed in is of the class all the same.
    """
    known = people or People()
    rules = deadlines or Deadlines()
    times: dict[str, datetime] = {}
    late = {}
    for one in found.submissions:
        if one.time is not None:
            times[one.student] = max(one.time, times.get(one.student, one.time))
        lateness = rules.lateness(one.student, one.exercise, one.time, one.late)
        if lateness.days:
            late[one.student, one.exercise] = lateness
    left_out = tuple(
        LeftOut(str(path), why, found.owners.get(str(path), "")) for path, why in found.ignored
    )
    students = tuple(sorted({*found.students, *known.silent(found.students)}))
    sections = {**found.sections, **known.sections(students)}
    return Roster(students, times, late, points or {}, left_out, sections)


def save(roster: Roster, path: Path) -> None:
    """Write a roster whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    content = {
        "version": VERSION,
        "points": dict(roster.points),
        "students": list(roster.students),
        "times": {student: time.isoformat() for student, time in roster.times.items()},
        "late": [
            {
                "student": student,
                "exercise": exercise,
                "days": one.days,
                "factor": one.factor,
                "text": one.text.words(),
            }
            for (student, exercise), one in roster.late.items()
        ],
        "left_out": [
            {"path": one.path, "why": one.why.words(), "student": one.student}
            for one in roster.left_out
        ],
        "sections": dict(roster.sections),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    files.write(path, f"{text}\n")


def load(path: Path) -> Roster:
    """Read a roster; an empty one where there is no file.

    Raises:
        GradebookError: the file is no roster.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["version"] != VERSION:
            raise ValueError(f"version {content['version']!r}, expected {VERSION}")
        return Roster(
            students=tuple(content["students"]),
            times={
                student: datetime.fromisoformat(time) for student, time in content["times"].items()
            },
            late={
                (one["student"], one["exercise"]): Lateness(
                    one["days"], one["factor"], Text(**one["text"])
                )
                for one in content["late"]
            },
            points=content["points"],
            left_out=tuple(
                LeftOut(one["path"], Text(**one["why"]), one.get("student", ""))
                for one in content["left_out"]
            ),
            sections=content.get("sections", {}),
        )
    except FileNotFoundError:
        return Roster()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise GradebookError(
            _("{path} is no list of a class: {reason}").format(path=path, reason=repr(fault))
        ) from fault
