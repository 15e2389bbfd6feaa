"""A student's work: kept, given back, used in the next exercise, and handed in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.panel.test_robust import GOOD, NAME

ROOT = Path(__file__).resolve().parents[2]
STUB = (ROOT / "exercises" / f"{NAME}.py").read_text(encoding="utf-8")
BUILDS_ON = """
import numpy as np
from numerical_gradient import numerical_gradient

def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        points.append(points[-1] - lr * numerical_gradient(f, points[-1]))
    return np.array(points)

def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
"""


def test_the_editor_begins_with_the_stub(visit):
    """A first visitor sees what is given out, byte for byte."""
    assert visit(NAME).text == STUB


@pytest.mark.parametrize("language", ["en", "ja"])
def test_work_is_kept_between_visits_and_languages(visit, language):
    """What was written is there again, on the page of either language."""
    panel = visit(NAME, language)
    panel.write("# mine\n")
    address = panel.page.url

    panel.page.goto(address.replace("/lessons", "/ja/lessons") if language == "en" else address)
    panel.page.wait_for_selector(".kobai-tools")

    assert panel.text == "# mine\n"


def test_a_reset_can_be_undone(visit):
    """Reset brings the stub; Undo reset brings the work, and loses nothing written since."""
    panel = visit(NAME)
    panel.write("# mine\n")
    panel.press("reset")
    stub = panel.text
    panel.write("# newer\n")
    panel.press("undo")
    first = panel.text
    panel.press("undo")

    assert (stub, first, panel.text) == (STUB, "# mine\n", "# newer\n")


def test_the_exercise_before_is_at_hand(visit):
    """The student's own numerical_gradient is used, and shown, in the next exercise."""
    visited = visit(NAME)
    visited.write(GOOD.replace("    return gradient", "    print('mine')\n    return gradient"))
    visited.page.goto(visited.page.url.replace(NAME, "gradient_descent"))
    visited.page.wait_for_selector(".kobai-tools")

    verdict = visited.verdict_of(BUILDS_ON)

    assert verdict["score"] == verdict["points"], visited.status
    assert ["was used here" in note["en"] for note in verdict["notes"]] == [True]
    assert "mine" in verdict["output"]
    assert "Your numerical_gradient.py" in visited.page.locator(".kobai-other").inner_text()


def test_without_it_a_stand_in_is_used_and_named(visit):
    """Where there is no exercise before, its place is taken, and the page says so."""
    panel = visit("gradient_descent")

    verdict = panel.verdict_of(BUILDS_ON)

    assert verdict["score"] == verdict["points"]
    assert "stand-in" in panel.result


@pytest.mark.parametrize("kind", [".py", ".ipynb"])
def test_downloads_are_graded_as_they_are(visit, tmp_path, kind):
    """`autograder grade` takes the downloaded file and gives it full marks."""
    panel = visit(NAME)
    panel.write(GOOD)
    with panel.page.expect_download() as waiting:
        panel.page.get_by_role("button", name=f"Download {kind}", exact=True).click()
    waiting.value.save_as(tmp_path / "class" / "student" / waiting.value.suggested_filename)

    command = [sys.executable, "-m", "autograder", "grade", str(tmp_path / "class")]
    command += ["--output", str(tmp_path / "results"), "--sandbox", "trust"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)

    verdict = tmp_path / "results" / "verdicts" / "student" / f"{NAME}.json"
    assert done.returncode == 0, done.stdout + done.stderr
    graded = json.loads(verdict.read_text("utf-8"))
    assert graded["score"] == graded["points"]
    assert graded["notes"] == []
