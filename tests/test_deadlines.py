"""Deadlines are data: due times, extensions, and what a late submission is worth."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from autograder.gradebook.deadlines import DeadlineError, Deadlines, loads, read

DUE = datetime(2026, 11, 20, 14, 59, tzinfo=UTC)
TEXT = """
timezone = "Asia/Tokyo"

[late]
policy = "per-day"
percent = 10
floor = 50
grace = 15

[due]
default = 2026-11-20T23:59:00
plotting = 2026-11-27

[extensions."山田 太郎"]
default = 2026-11-24T23:59:00
"""


@pytest.mark.parametrize(
    ("late", "days", "factor"),
    [
        (timedelta(hours=-1), 0, 1.0),
        (timedelta(0), 0, 1.0),
        (timedelta(minutes=15), 0, 1.0),
        (timedelta(minutes=15, seconds=1), 1, 0.9),
        (timedelta(days=1), 1, 0.9),
        (timedelta(days=1, seconds=1), 2, 0.8),
        (timedelta(days=3), 3, 0.7),
        (timedelta(days=30), 30, 0.5),
    ],
)
def test_every_day_that_has_begun_costs_a_share_down_to_a_floor(late, days, factor):
    """Ten percent a day, never below half, and a quarter of an hour for free."""
    found = loads(TEXT).lateness("alice", "gradient_descent", DUE + late)

    assert (found.days, found.factor) == (days, factor)
    assert bool(found.text) == (days > 0)


def test_what_it_costs_is_said_with_the_due_time():
    """A student reads how many days, after when, and what is left."""
    found = loads(TEXT).lateness("alice", "gradient_descent", DUE + timedelta(days=1, hours=1))

    assert str(found.text) == (
        "Handed in 2 day(s) after 2026-11-20 23:59 JST, begun days counted;"
        " 80% of the score counts."
    )


def test_an_exercise_may_be_due_on_its_own_day():
    """A day without a time ends with its last second."""
    due = loads(TEXT).due_for("alice", "plotting")

    assert due is not None
    assert due.astimezone(UTC) == datetime(2026, 11, 27, 14, 59, 59, tzinfo=UTC)


def test_an_extension_is_the_students_own_and_takes_nothing_away():
    """It moves the day where it is later, and leaves it where the exercise's own is."""
    deadlines = loads(TEXT)

    assert deadlines.due_for("山田 太郎", "gradient_descent") == DUE + timedelta(days=4)
    assert deadlines.due_for("山田 太郎", "plotting") == deadlines.due_for("alice", "plotting")


def test_without_a_policy_nothing_is_lost_but_the_days_are_told():
    """The instructor sees who was late, and nobody loses points."""
    found = loads("[due]\ndefault = 2026-11-20T14:59:00Z").lateness(
        "alice", "plotting", DUE + timedelta(days=2)
    )

    assert (found.days, found.factor) == (2, 1.0)


def test_zero_after_is_zero_after():
    """The strictest policy leaves nothing."""
    text = '[late]\npolicy = "zero"\n[due]\ndefault = 2026-11-20T14:59:00Z'

    assert loads(text).lateness("alice", "plotting", DUE + timedelta(minutes=1)).factor == 0.0
    assert loads(text).lateness("alice", "plotting", DUE).factor == 1.0


def test_what_only_the_platform_knows_to_be_late_counts_as_one_day():
    """Canvas says late and not how late; nobody is charged for days that nobody counted."""
    found = loads(TEXT).lateness("alice", "plotting", None, marked=True)

    assert (found.days, found.factor) == (1, 0.9)
    assert "platform" in str(found.text)


def test_without_a_time_or_a_due_date_nothing_is_late():
    """No guess is made from the times of files."""
    assert loads(TEXT).lateness("alice", "plotting", None).days == 0
    assert Deadlines().lateness("alice", "plotting", DUE).days == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[due", "no TOML"),
        ('timezone = "Tokio"', "Asia/Tokyo"),
        ("timezone = 9", "Asia/Tokyo"),
        ('[due]\ndefault = "tomorrow"', "due.default must be a time"),
        ("[due]\nplotting = 12:00:00", "due.plotting must be a time"),
        ("due = 3", "due must be a table"),
        ("[extensions]\nalice = 2026-11-20", "extensions.alice must be a table"),
        ('[late]\npolicy = "harsh"', "none, per-day, zero"),
        ("[late]\npercent = 120", "late.percent must be a number from 0 to 100"),
        ("[late]\nfloor = true", "late.floor must be"),
        ("[late]\ngrace = -1", "late.grace must be"),
        ("[late]\nfloor = nan", "late.floor must be"),
        ("[lates]\nfloor = 3", "lates is not known here"),
        ("[late]\nfloors = 3", "late.floors is not known here"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_key(tmp_path, text, words):
    """What was found, where, and what would be right."""
    path = tmp_path / "deadlines.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DeadlineError) as caught:
        read(path)

    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_there_is_an_error():
    """A wrong name is no class without deadlines."""
    with pytest.raises(DeadlineError, match="cannot be read"):
        read(Path("nowhere.toml"))
