"""The page and the terminal tell the same about the same program."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course
from bench.browser_corpus import apart, differences, terminal

SUBMISSIONS = Path(__file__).resolve().parents[1] / "submissions"
SAMPLE = (
    "numerical_gradient/right/talks_a_lot.py",
    "numerical_gradient/wrong/ends_the_process.py",
    "numerical_gradient/wrong/refused_by_numpy.py",
    "numerical_gradient/wrong/x_not_restored_article.py",
    "gradient_descent/right/generator.py",
    "gradient_descent/wrong/one_step_short_while.py",
    "gradient_descent/wrong/refused_by_numpy.py",
    "plotting/wrong/path_incomplete_last_step.py",
    "plotting/wrong/waits_for_ever.py",
)


@pytest.mark.parametrize("path", SAMPLE)
def test_the_page_tells_what_the_terminal_tells(warm, path):
    """Every point, sentence, note, print and piece of evidence is the same."""
    file = SUBMISSIONS / path

    verdict = warm(file.parent.parent.name).verdict_of(file.read_text(encoding="utf-8"))

    assert verdict is not None
    assert list(differences(apart(verdict), terminal(file, Course()))) == []
