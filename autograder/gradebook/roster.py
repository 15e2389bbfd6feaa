"""What a class's verdicts do not say: who was seen, when work was handed in, what was late."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from autograder import files
from autograder.deadlines import Deadlines, Lateness
from autograder.gradebook.table import GradebookError
from autograder.language import Text, _
from autograder.submission import Found

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
    """

    students: tuple[str, ...] = ()
    times: Mapping[str, datetime] = field(default_factory=dict)
    late: Mapping[tuple[str, str], Lateness] = field(default_factory=dict)


def of(found: Found, deadlines: Deadlines | None = None) -> Roster:
    """Judge a class by its deadlines; without any nothing is late but what the platform marked."""
    rules = deadlines or Deadlines()
    times: dict[str, datetime] = {}
    late = {}
    for one in found.submissions:
        if one.time is not None:
            times[one.student] = max(one.time, times.get(one.student, one.time))
        lateness = rules.lateness(one.student, one.exercise, one.time, one.late)
        if lateness.days:
            late[one.student, one.exercise] = lateness
    return Roster(found.students, times, late)


def save(roster: Roster, path: Path) -> None:
    """Write a roster whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    content = {
        "version": VERSION,
        "students": list(roster.students),
        "times": {student: time.isoformat() for student, time in roster.times.items()},
        "late": [
            {
                "student": student,
                "exercise": exercise,
                "days": one.days,
                "factor": one.factor,
                "text": {"en": one.text.en, "ja": one.text.ja},
            }
            for (student, exercise), one in roster.late.items()
        ],
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
        )
    except FileNotFoundError:
        return Roster()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise GradebookError(
            _("{path} is no list of a class: {reason}").format(path=path, reason=repr(fault))
        ) from fault
