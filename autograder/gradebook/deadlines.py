"""When work is due, for whom it is due later, and what a late one is worth: data in a TOML file.

timezone = "Asia/Tokyo"           # for times without an offset; UTC where it is left out

[late]
policy = "per-day"                # "none", "per-day" or "zero"
percent = 10                      # taken off for every day that has begun
floor = 50                        # what is left at least, in percent of the score
grace = 15                        # minutes that do not count

[due]
default = 2026-11-20T23:59:00
plotting = 2026-11-27T23:59:00    # an exercise of its own

[extensions."s1234567"]           # a student
default = 2026-11-24T23:59:00
"""

from __future__ import annotations

import difflib
import math
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Any

from autograder.language import Text, UserError, _
from autograder.submission.times import zone_of
from autograder.verdict.lateness import IN_TIME, Lateness

DEFAULT = "default"
DAY = timedelta(days=1)
# TOML wants the seconds that nobody writes.
WITHOUT_SECONDS = re.compile(
    r"^(\s*[^\s#=]+\s*=\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(?=\s*(?:$|#|Z|[+-]\d))", re.MULTILINE
)


class DeadlineError(UserError):
    """A file of deadlines that cannot be understood; ``text`` says what was found."""


class Policy(StrEnum):
    """What being late costs."""

    NONE = "none"
    PER_DAY = "per-day"
    ZERO = "zero"


@dataclass(frozen=True)
class Deadlines:
    """Due times by exercise, extensions by student, the policy, and the text that said so."""

    due: Mapping[str, datetime] = field(default_factory=dict)
    extensions: Mapping[str, Mapping[str, datetime]] = field(default_factory=dict)
    policy: Policy = Policy.NONE
    percent: float = 0.0
    floor: float = 0.0
    grace: timedelta = timedelta(0)
    text: str = ""

    def due_for(self, student: str, exercise: str) -> datetime | None:
        """Return when a student's exercise is due; an extension never takes time away."""
        due = self.due.get(exercise, self.due.get(DEFAULT))
        own = self.extensions.get(student, {})
        extended = own.get(exercise, own.get(DEFAULT))
        known = [moment for moment in (due, extended) if moment is not None]
        return max(known) if due is not None and known else None

    def require_known(self, exercises: Collection[str]) -> None:
        """Make sure that every due time is that of an exercise of the course.

        Raises:
            DeadlineError: one is not; the message names it, with the nearest that is.
        """
        known = {DEFAULT, *exercises}
        for exercise in self.due:
            _require_one_of(exercise, f"due.{exercise}", known)
        for student, own in self.extensions.items():
            for exercise in own:
                _require_one_of(exercise, f"extensions.{student}.{exercise}", known)

    def strangers(self, students: Collection[str]) -> Iterator[Text]:
        """Say for whom there are extensions and who is not among the students, with the nearest."""
        for student in self.extensions:
            if student not in students:
                near = difflib.get_close_matches(student, sorted(students), n=1)
                text = _("extensions.{student}: nobody of that name has handed in")
                if near:
                    text = _(
                        "extensions.{student}: nobody of that name has handed in; did you mean"
                        " {near}?"
                    )
                yield text.format(student=student, near=near[0] if near else "")

    def lateness(
        self, student: str, exercise: str, handed_in: datetime | None, marked: bool = False
    ) -> Lateness:
        """Say how late a submission is.

        Args:
            student: who handed it in.
            exercise: the stem of the exercise.
            handed_in: when, with its time zone; None where nobody knows.
            marked: the learning platform says that it was late, whatever it does not say.
        """
        due = self.due_for(student, exercise)
        if handed_in is None:
            # An extension gives time over a platform's mark too, which knows nothing of it.
            if not marked or self._is_extended(student, exercise):
                return IN_TIME
            # The platform saw it late and gives no time: the least that can be, one day.
            return self._late(1, due, handed_in)
        if due is None:
            return IN_TIME
        if handed_in < _whole_minute(due) or handed_in <= due + self.grace:
            return IN_TIME
        return self._late(_days(due, handed_in), due, handed_in)

    def _is_extended(self, student: str, exercise: str) -> bool:
        own = self.extensions.get(student, {})
        return exercise in own or DEFAULT in own

    def _late(self, days: int, due: datetime | None, handed_in: datetime | None) -> Lateness:
        factor = self._factor(days)
        left = f"{100 * factor:g}"
        if due is None or handed_in is None:
            text = _("Marked late by the learning platform; {left}% of the score counts.").format(
                left=left
            )
        else:
            text = _(
                "Handed in {days} day(s) after {due}, begun days counted; {left}% of the"
                " score counts."
            ).format(days=days, due=due.strftime("%Y-%m-%d %H:%M %Z").strip(), left=left)
        return Lateness(days, factor, text)

    def _factor(self, days: int) -> float:
        if self.policy is Policy.NONE:
            return 1.0
        if self.policy is Policy.ZERO:
            return 0.0
        # Never more than full marks, and rounded: 1 - 0.1 - 0.1 - 0.1 is not 0.7.
        return round(max(100 - self.percent * days, self.floor) / 100, 6)


def _whole_minute(due: datetime) -> datetime:
    """Return when the minute of a due time is over: 23:59:30 is in time for 23:59."""
    return due.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _days(due: datetime, handed_in: datetime) -> int:
    """Return how many days have begun since a due time, by the calendar of its own zone.

    The first day ends at the same time on the next date, whatever the clocks do in between.
    """
    local = handed_in.astimezone(due.tzinfo).replace(tzinfo=None)
    return max(1, math.ceil((local - due.replace(tzinfo=None)) / DAY))


def read(path: Path) -> Deadlines:
    """Read a file of deadlines.

    Raises:
        DeadlineError: it cannot be read or understood; the message names the file and the key.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise DeadlineError(
            _("{path} cannot be read: {reason}").format(path=path, reason=fault)
        ) from fault
    try:
        return loads(text)
    except DeadlineError as fault:
        raise DeadlineError(_("{path}: {reason}").format(path=path, reason=fault.text)) from fault


def loads(text: str) -> Deadlines:
    """Read the text of a file of deadlines; see ``read``."""
    try:
        content = tomllib.loads(WITHOUT_SECONDS.sub(r"\1:00", text))
    except tomllib.TOMLDecodeError as fault:
        raise DeadlineError(_("no TOML: {reason}").format(reason=fault)) from fault
    _require_known(content, {"timezone", "late", "due", "extensions"}, "")
    zone = _zone(content.get("timezone", "UTC"))
    late = _table(content, "late", "")
    _require_known(late, {"policy", "percent", "floor", "grace"}, "late.")
    extensions = _table(content, "extensions", "")
    return Deadlines(
        due=_times(_table(content, "due", ""), zone, "due."),
        extensions={
            student: _times(
                _table(extensions, student, "extensions."), zone, f"extensions.{student}."
            )
            for student in extensions
        },
        policy=_policy(late.get("policy", Policy.NONE)),
        percent=_number(late, "percent", 100),
        floor=_number(late, "floor", 100),
        grace=timedelta(minutes=_number(late, "grace", 24 * 60)),
        text=text,
    )


def _require_known(table: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise DeadlineError(
                _("{key} is not known here; known are: {known}").format(
                    key=f"{where}{key}", known=", ".join(sorted(known))
                )
            )


def _require_one_of(name: str, key: str, known: set[str]) -> None:
    if name in known:
        return
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.4)
    if near:
        raise DeadlineError(
            _("{key} is not known; did you mean {near}?").format(key=key, near=near[0])
        )
    raise DeadlineError(
        _("{key} is not known here; known are: {known}").format(
            key=key, known=", ".join(sorted(known)[:20])
        )
    )


def _table(content: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    table = content.get(key, {})
    if not isinstance(table, dict):
        raise DeadlineError(_("{key} must be a table: [{key}]").format(key=f"{where}{key}"))
    return table


def _times(table: Mapping[str, Any], zone: tzinfo, where: str) -> dict[str, datetime]:
    return {key: _time(value, zone, f"{where}{key}") for key, value in table.items()}


def _time(value: Any, zone: tzinfo, key: str) -> datetime:
    """Return a moment; a day alone means its last second, as people read it."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time(23, 59, 59))
    if not isinstance(value, datetime):
        raise DeadlineError(
            _("{key} must be a time such as 2026-11-20T23:59:00, not {value}").format(
                key=key, value=repr(value)
            )
        )
    return value if value.tzinfo else value.replace(tzinfo=zone)


def _zone(name: Any) -> tzinfo:
    try:
        return UTC if name == "UTC" else zone_of(name)
    except (ValueError, TypeError, AttributeError) as fault:
        raise DeadlineError(
            _("timezone must be a name such as Asia/Tokyo, not {value}").format(value=repr(name))
        ) from fault


def _policy(value: Any) -> Policy:
    try:
        return Policy(value)
    except ValueError as fault:
        raise DeadlineError(
            _("late.policy must be one of {known}, not {value}").format(
                known=", ".join(Policy), value=repr(value)
            )
        ) from fault


def _number(table: Mapping[str, Any], key: str, most: float) -> float:
    value = table.get(key, 0)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= most:
        raise DeadlineError(
            _("late.{key} must be a number from 0 to {most}, not {value}").format(
                key=key, most=most, value=repr(value)
            )
        )
    return float(value)
