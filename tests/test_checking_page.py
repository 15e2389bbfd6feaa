"""The page that teaches what a check file may use: its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder import checking
from autograder.course import exercise
from autograder.grading.session import alone
from autograder.language import languages
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.submission import Submission
from autograder.verdict import Outcome, Verdict

DOCS = Path(__file__).parents[1] / "docs"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
RIGHT = "def smallest(f, points):\n    return min(points, key=lambda point: f(point))\n"
WRONG = {
    "def smallest(f, points):\n    return max(points, key=lambda point: f(point))\n": "check_value",
    RIGHT.replace("points):", "points, most=3):"): "check_names",
    RIGHT.replace("f(point)", "f(point) + f(point)"): "check_visits",
    RIGHT.replace("smallest", "smallets"): "check_names",
    RIGHT.replace("points, key", "points[:3], key"): "check_others",
}


def graded(folder: Path, language: str, source: str) -> Verdict:
    """Grade a source with the examples of the page."""
    page = (DOCS / language / "contribute" / "checks.md").read_text("utf-8")
    folder.mkdir()
    (folder / "check_smallest.py").write_text("\n\n".join(BLOCK.findall(page)), "utf-8")
    checks = exercise.named("smallest", folder=folder)
    return alone(Submission("mia", "smallest", None, source), checks, InProcess())


@pytest.mark.parametrize("language", languages())
def test_the_examples_are_a_check_file_that_a_right_file_passes(tmp_path, language) -> None:
    """In every language of the page."""
    verdict = graded(tmp_path / "checks", language, RIGHT)

    assert verdict.is_full, [str(one.feedback.message) for one in verdict.checks]
    assert len(verdict.checks) == 5


@pytest.mark.parametrize("source", WRONG)
def test_each_example_catches_what_it_is_about(tmp_path, source) -> None:
    """A wrong file fails the check of its fault."""
    verdict = graded(tmp_path / "checks", "en", source)

    ended = {check.name: check.outcome for check in verdict.checks}
    failed = [name for name, outcome in ended.items() if outcome is Outcome.FAILED]
    assert WRONG[source] in failed
    assert Outcome.ERROR not in ended.values()


@pytest.mark.parametrize("language", languages())
def test_everything_is_on_the_page(language) -> None:
    """Whatever a check file may import has a line there."""
    page = (DOCS / language / "contribute" / "checks.md").read_text("utf-8")
    told = re.sub(BLOCK, "", page)

    assert [name for name in checking.__all__ if not re.search(rf"`@?{name}\b", told)] == []
