"""The page and the terminal tell the same about the same program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from autograder import local
from autograder.course import Course

SUBMISSIONS = Path(__file__).resolve().parents[1] / "submissions"
SAMPLE = (
    "numerical_gradient/right/talks_a_lot.py",
    "numerical_gradient/wrong/ends_the_process.py",
    "numerical_gradient/wrong/x_not_restored_article.py",
    "gradient_descent/right/generator.py",
    "gradient_descent/wrong/one_step_short_while.py",
    "plotting/wrong/path_incomplete_last_step.py",
    "plotting/wrong/waits_for_ever.py",
)


def told(verdict: dict[str, Any]) -> dict[str, Any]:
    """Give all of a verdict but who handed it in and which walls stood around it."""
    return {key: value for key, value in verdict.items() if key not in ("student", "sandbox")}


@pytest.mark.parametrize("path", SAMPLE)
def test_the_page_tells_what_the_terminal_tells(warm, path):
    """Every point, sentence, note, print and piece of evidence is the same."""
    file = SUBMISSIONS / path
    name = file.parent.parent.name

    here = local.check_file(file, Course()) if file.stem == name else None
    verdict = warm(name).verdict_of(file.read_text(encoding="utf-8"))

    assert verdict is not None, warm(name).status
    assert told(verdict) == told(here or terminal(file, name))


def terminal(file: Path, name: str) -> dict[str, Any]:
    """Give the terminal's verdict on a file of another name."""
    from autograder.submission import read

    submission = read(file, "", name)
    return local.check_submission(submission, file.parent, Course()).to_json()
