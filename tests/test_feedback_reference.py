"""The page of feedback: all misconceptions, in both languages, as they are really told."""

from __future__ import annotations

import re

import pytest

from autograder.course import Course
from autograder.language import languages
from tools import feedback_reference as reference


def test_the_pages_say_what_the_checks_say_now():
    """Grading the corpus again gives the committed pages, but for digits that rounding makes."""
    stale = [file for file, text in reference.pages().items() if reference.is_stale(file, text)]

    assert not stale, "run `make messages`"


@pytest.mark.parametrize("language", languages())
def test_every_misconception_of_the_lessons_is_on_the_page(language):
    """One section for each, under its exercise, in the lessons' order."""
    text = (reference.DOCS / language / reference.PAGE).read_text("utf-8")

    for name in Course().exercises:
        sections = re.findall(rf"^### `([\w-]+)` {{#{name}-\1}}$", text, re.MULTILINE)
        assert sections == list(reference.headings(name))


def test_words_stay_words_in_markdown():
    """Brackets, stars and dollars of a message mean nothing to Markdown; code stays code."""
    assert reference.escape("np.array([2]) * $x_0$, a_b, `a_b[0]`") == (
        "np.array(&#91;2&#93;) &#42; &#36;x_0&#36;, a_b, `a_b[0]`"
    )


def test_only_digits_may_differ(tmp_path):
    """Another number is no other sentence; another word is."""
    file = tmp_path / "feedback.md"
    file.write_text("off by 37.21 %", "utf-8")

    assert not reference.is_stale(file, "off by 4e-05 %")
    assert reference.is_stale(file, "wrong by 37.21 %")
