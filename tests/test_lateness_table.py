"""The examples of the page about deadlines: every row of its table is a test."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from autograder.gradebook.deadlines import DeadlineError, loads, read
from autograder.submission.times import stamp

GUIDE = Path(__file__).parents[1] / "docs"
RULES = """
timezone = "{zone}"
[late]
policy = "per-day"
percent = 10
[due]
default = {due}
[extensions.mia]
default = 2026-11-24T23:59
"""


def rows(language: str) -> list[tuple[str, ...]]:
    page = (GUIDE / language / "guide" / "deadlines.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| `(.+)` \|$", page, re.MULTILINE)
    return [tuple(re.split(r"` \| `", line)) for line in lines]


@pytest.mark.parametrize("row", rows("en"), ids=lambda row: " ".join(row))
def test_the_page_says_what_each_submission_loses(row):
    """Student, zone of the course, due time, time of handing in; then days and what counts."""
    student, zone, due, handed_in, days, left = row

    found = loads(RULES.format(zone=zone, due=due)).lateness(
        student, "plotting", stamp(handed_in) if handed_in != "LATE" else None, handed_in == "LATE"
    )

    assert (str(found.days), f"{100 * found.factor:g}%") == (days, left)


def test_both_languages_have_the_same_examples():
    """The page in Japanese promises what the page in English does."""
    assert rows("ja") == rows("en")
    assert len(rows("en")) > 15


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[due]\nplotting_ = 2026-11-24", "did you mean plotting?"),
        ("[extensions.mia]\nplottin = 2026-11-24", "did you mean plotting?"),
        ("[due]\nzzz = 2026-11-24", "known are: default, plotting"),
    ],
)
def test_a_name_that_nobody_has_is_a_mistake_in_words(tmp_path, text, words):
    """An extension for a student who is not there would be ignored in silence."""
    path = tmp_path / "deadlines.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DeadlineError, match=re.escape(words)) as caught:
        read(path).require_known({"plotting"})

    assert "plotting" in caught.value.text.to("ja")


def test_an_extension_for_nobody_who_handed_in_is_told_with_the_nearest():
    """It may be for somebody who has not handed in yet, so it stops nobody."""
    rules = loads("[extensions.mai]\ndefault = 2026-11-24\n[extensions.zoe]\ndefault = 2026-11-24")

    assert [str(text) for text in rules.strangers({"mia", "ken"})] == [
        "extensions.mai: nobody of that name has handed in; did you mean mia?",
        "extensions.zoe: nobody of that name has handed in",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-11-20 23:59 CST", "CST"),
        ("2026-11-20 23:59 Tokio", "Tokio"),
        ("2026-11-20 23:59 +25:00", r"\+25:00"),
        ("tomorrow", "tomorrow"),
        ("2026-11-20", "2026-11-20"),
        ("23:59", "23:59"),
        ("", ""),
    ],
)
def test_a_time_that_says_two_things_or_nothing_is_not_guessed(text, said):
    """CST is an hour in China and another one in Chicago."""
    with pytest.raises(ValueError, match=f"^{said}$"):
        stamp(text)


def test_a_day_of_25_hours_is_one_day():
    """Where the clocks go back at night, the day after ends at the same hour of the clock."""
    rules = loads(
        'timezone = "America/New_York"\n[late]\npolicy = "per-day"\npercent = 10\n'
        "[due]\ndefault = 2026-10-31T23:59"
    )

    found = rules.lateness("mia", "plotting", datetime.fromisoformat("2026-11-02T04:30:00+00:00"))

    assert found.days == 1
