"""Where a lesson is."""

from __future__ import annotations

import tomllib
from pathlib import Path

from autograder.course.lessons import lesson, site

ROOT = Path(__file__).parent.parent


def test_a_lesson_is_found_by_the_stem_and_the_key():
    """Both languages have the page of the exercise and the heading of the misconception."""
    place = lesson("plotting", "axes-swapped", at="https://example.org/course")

    assert place.en == "https://example.org/course/lessons/plotting/#axes-swapped"
    assert place.to("ja") == "https://example.org/course/ja/lessons/plotting/#axes-swapped"


def test_an_odd_name_stays_one_part_of_the_address():
    """A stem can not lead elsewhere."""
    assert lesson("../x?y", at="https://example.org/").en.endswith("/lessons/..%2Fx%3Fy/")


def test_the_site_is_the_one_that_the_project_names():
    """The course's address stands in one place, from where every link takes it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert site() == project["urls"]["Course"]
    assert lesson("plotting").en.startswith(site())
