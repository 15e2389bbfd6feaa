"""The formgrader of a running JupyterLab shows a class that `autograder grade` graded."""

import csv
from pathlib import Path

import formgrader
import pytest


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A class of ten, graded by our command and handed to nbgrader."""
    return formgrader.graded_class(tmp_path_factory.mktemp("formgrader"))


def totals(path: Path) -> dict[str, float]:
    """The totals of our gradebook."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: float(row["total"]) for row in csv.DictReader(file)}


def test_the_formgrader_shows_our_scores_and_feedback(room):
    """Its table has everyone as graded, with our totals; a notebook's page has our feedback."""
    with formgrader.jupyterlab(room) as address, formgrader.opened(address) as page:
        frame = formgrader.formgrader(page)
        shown = formgrader.submissions(frame)
        told = formgrader.notebook(frame, "plotting")

    assert len(shown) == formgrader.CLASS_SIZE
    assert {status for status, _score in shown.values()} == {"graded"}
    scores = {student: float(score.split("/")[0]) for student, (_status, score) in shown.items()}
    assert scores == totals(room.course / "results" / "gradebook.csv")
    assert "plotting: " in told
    assert "hint: " in told
