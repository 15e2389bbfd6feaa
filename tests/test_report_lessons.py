"""Where a lesson is."""

from __future__ import annotations

from autograder.course.lessons import lesson


def test_a_lesson_is_found_by_the_stem_and_the_key():
    """Both languages have the page of the exercise and the heading of the misconception."""
    place = lesson("plotting", "axes-swapped", at="https://example.org/course")

    assert place.en == "https://example.org/course/lessons/plotting/#axes-swapped"
    assert place.to("ja") == "https://example.org/course/ja/lessons/plotting/#axes-swapped"


def test_an_odd_name_stays_one_part_of_the_address():
    """A stem can not lead elsewhere."""
    assert lesson("../x?y", at="https://example.org/").en.endswith("/lessons/..%2Fx%3Fy/")


def test_without_a_site_nothing_links_to_it():
    """A course without an address has lessons nowhere."""
    assert not lesson("plotting", "axes-swapped")
