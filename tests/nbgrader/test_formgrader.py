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
    """Everyone is graded and has a name and our total; a notebook's page has our feedback."""
    with formgrader.jupyterlab(room) as address, formgrader.opened(address) as page:
        frame = formgrader.formgrader(page)
        shown = formgrader.submissions(frame)
        told = formgrader.notebook(frame, "plotting")

    assert len(shown) == formgrader.CLASS_SIZE
    assert {status for _name, status, _score in shown.values()} == {"graded"}
    scores = {student: float(score.split("/")[0]) for student, (*_, score) in shown.items()}
    assert scores == totals(room.course / "results" / "gradebook.csv")
    names = {student: name.rstrip(", ") for student, (name, *_) in shown.items()}
    unnamed = formgrader.student(len(formgrader.ENTERED))
    assert names == {unnamed: unnamed} | {
        formgrader.student(number): name.replace(",", ", ")
        for number, name in enumerate(formgrader.ENTERED)
    }
    assert "plotting: " in told
    assert "hint: " in told
