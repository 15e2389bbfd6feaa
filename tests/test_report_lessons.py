"""Where a lesson is."""

from __future__ import annotations

from autograder.lessons import lesson


def test_a_lesson_is_found_by_the_stem_and_the_key():
    """Both languages have the page of the exercise and the heading of the misconception."""
    place = lesson("plotting", "axes-swapped", site="https://example.org/course")

    assert place.en == "https://example.org/course/lessons/plotting/#axes-swapped"
    assert place.ja == "https://example.org/course/ja/lessons/plotting/#axes-swapped"


def test_an_odd_name_stays_one_part_of_the_address():
    """A stem can not lead elsewhere."""
    assert lesson("../x?y", site="https://example.org/").en.endswith("/lessons/..%2Fx%3Fy/")
