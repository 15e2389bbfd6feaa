"""After a check: what waits, hints on request, what is solved, and one zip to hand in."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.panel.test_robust import GOOD, NAME
from tests.panel.test_work import BUILDS_ON, STUB

ROOT = Path(__file__).resolve().parents[2]
ONE_SIDED = GOOD.replace(" - f(x - step)) / 2e-4", " - f(x)) / 1e-4")


@pytest.mark.parametrize(
    "screen",
    [
        {"viewport": {"width": 1920, "height": 1000}},
        {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    ],
    ids=["desktop", "phone"],
)
def test_a_verdict_is_seen_and_hints_wait_to_be_asked_for(visit, screen):
    """The score stands once and in sight; what waits is one line; an open hint stays open."""
    panel = visit(NAME, **screen)
    panel.verdict_of(STUB)
    expect(panel.page.locator(".kobai-status")).to_be_in_viewport()
    shown = panel.page.locator(".kobai-result > ol.kobai-checks > li")
    expect(shown).to_have_count(1)
    waiting = panel.page.locator(".kobai-waiting-checks")
    assert waiting.locator("summary").inner_text() == "7 checks wait for what is above"
    assert not waiting.evaluate("(it) => it.open")

    panel.verdict_of(ONE_SIDED)
    expect(panel.page.locator(".kobai-status")).to_be_in_viewport()
    assert panel.status.count("10 of 11 points") == 1
    assert "10 of 11" not in panel.result
    hint = panel.page.locator(".kobai-hint")
    expect(hint.locator("p").first).to_be_hidden()
    hint.locator("summary").click()
    expect(hint.locator("p").first).to_be_visible()
    assert hint.locator("a").get_attribute("href").startswith("#")
    panel.check()
    expect(panel.page.locator(".kobai-hint p").first).to_be_visible()


def test_on_a_wide_screen_the_verdict_stands_beside_the_editor(visit):
    """Neither covers the other, and the page is no wider than the window."""
    panel = visit(NAME, viewport={"width": 1920, "height": 1000})
    panel.verdict_of(STUB)

    writing = panel.page.locator(".kobai-writing").bounding_box()
    reading = panel.page.locator(".kobai-reading").bounding_box()
    assert reading["x"] >= writing["x"] + writing["width"]
    assert reading["width"] > 400
    assert panel.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_what_is_solved_is_shown_taken_along_and_erased(visit, tmp_path):
    """In the navigation, in the box with its file, and nowhere after one button."""
    panel = visit(NAME)
    page = panel.page
    mark = page.locator(".md-nav .kobai-solved")
    expect(mark).to_have_count(0)
    panel.verdict_of(GOOD)
    expect(mark.first).to_have_attribute("aria-label", "solved")
    assert "functions that you have not seen" in panel.result
    assert page.locator(".kobai-onwards a").get_attribute("href").endswith("/gradient_descent/")

    page.locator(".kobai-own summary").click()
    expect(page.locator(".kobai-own")).to_contain_text("1 of 3 exercises solved")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save to a file").click()
    saved = tmp_path / "progress.json"
    waiting.value.save_as(saved)
    assert set(json.loads(saved.read_text("utf-8"))["kept"]) >= {
        f"kobai:work:{NAME}",
        f"kobai:solved:{NAME}",
    }

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase everything").click()
    expect(mark).to_have_count(0)
    assert panel.text == STUB
    kept = page.evaluate("Object.keys(localStorage)")
    assert [key for key in kept if key.startswith("kobai:")] == []

    chooser = page.locator(".kobai-own input[type=file]")
    chooser.set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b'{"format": 1}'}
    )
    expect(page.locator(".kobai-own")).to_contain_text("nothing was changed")
    chooser.set_input_files(str(saved))
    expect(mark.first).to_be_visible()
    assert panel.text == GOOD


def test_one_zip_of_all_is_graded_as_it_is(visit, tmp_path):
    """Its hash is told, what is not begun is named, and `autograder grade` gives full marks."""
    panel = visit(NAME)
    page = panel.page
    page.get_by_role("button", name="Download all to hand in").click()
    expect(page.locator(".kobai-status")).to_contain_text("nothing to hand in")
    panel.write(GOOD)
    page.goto(page.url.replace(NAME, "gradient_descent"))
    page.wait_for_selector(".kobai-tools")
    panel.write(BUILDS_ON)

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download all to hand in").click()
    place = tmp_path / "class" / "mia" / waiting.value.suggested_filename
    waiting.value.save_as(place)

    expect(page.locator(".kobai-status")).to_contain_text("not begun: plotting")
    expect(page.locator(".kobai-status")).to_contain_text(
        hashlib.sha256(place.read_bytes()).hexdigest()
    )
    assert zipfile.ZipFile(place).namelist() == [f"{NAME}.py", "gradient_descent.py"]
    command = [sys.executable, "-m", "autograder", "grade", str(tmp_path / "class")]
    command += ["--output", str(tmp_path / "results"), "--sandbox", "trust"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in (NAME, "gradient_descent"):
        verdict = tmp_path / "results" / "verdicts" / "mia" / f"{name}.json"
        graded = json.loads(verdict.read_text("utf-8"))
        assert graded["score"] == graded["points"]


def test_the_page_says_which_python_it_runs(visit):
    """What only a newer one reads is known before it is handed in."""
    panel = visit(NAME)
    said = panel.page.locator(".kobai-practice").inner_text()
    running = json.loads((ROOT / "docs/web/panel/runtime.json").read_text("utf-8"))["python"]
    assert f"Python {running} with numpy 2" in said
