"""`autograder check --watch`: one page that stays open and follows every save."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import CLASS

PLOTTING = (CLASS / "another-style" / "plotting.py").read_text("utf-8")
SECONDS = 60


@pytest.fixture
def watched(tmp_path):
    """Give a file that is watched by the command."""
    file = tmp_path / "plotting.py"
    file.write_text(PLOTTING, "utf-8")
    command = [sys.executable, "-m", "autograder", "check", str(file), "--watch"]
    (tmp_path / "temporary").mkdir()
    surroundings = {**os.environ, "TMPDIR": str(tmp_path / "temporary")}
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=tmp_path, env=surroundings)
    yield file
    running.terminate()
    running.wait(SECONDS)


def page_in(folder: Path) -> Path:
    """Wait until the command has written its page."""
    end = time.monotonic() + SECONDS
    while not (there := list(folder.glob("kobai-*/feedback.html"))):
        assert time.monotonic() < end, f"no page was written in {folder}"
        time.sleep(0.1)
    return there[0]


def test_the_open_page_follows_a_save_and_is_not_loaded_again(reader, watched, tmp_path):
    """After a save that renames an axis the page has the new name, the reader where they were.

    The figure that has not changed is the same element, and what was unfolded stays so.
    """
    visitor = reader()
    page = visitor.open(page_in(tmp_path / "temporary"))
    figures = page.locator(".drawn figure")
    headings = page.locator(".drawn .heading").all_inner_texts()
    before = figures.nth(1).inner_html()
    page.locator("details.whole > summary").first.click()
    page.evaluate("window.isFirst = true; document.querySelector('.drawn figure').isFirst = true")

    watched.write_text(PLOTTING.replace("$x_0$", "across"), "utf-8")
    page.locator(".drawn .axis-name", has_text="across").first.wait_for(timeout=SECONDS * 1000)

    assert headings == ["plot_surface", "plot_contour", "plot_descent"]
    assert figures.nth(1).inner_html() != before
    assert page.evaluate("window.isFirst && document.querySelector('.drawn figure').isFirst")
    assert page.locator("details.whole").first.evaluate("one => one.open")
    assert "across" in page.locator("details.whole").first.inner_text()
    assert not visitor.complaints


def test_the_open_page_gains_and_loses_what_a_save_changes(reader, watched, tmp_path):
    """A mistake brings its message, its mending takes it away, as if the page were opened anew."""
    written = page_in(tmp_path / "temporary")
    visitor = reader()
    page = visitor.open(written)
    right = page.locator(".score").first.inner_text()

    watched.write_text("def plot_surface(f, x0, x1):\n    return None\n", "utf-8")
    page.locator(".check.failed").first.wait_for(timeout=SECONDS * 1000)
    wrong = page.locator(".score").first.inner_text()
    anew = visitor.open(written).locator("main").inner_html()
    followed = page.locator("main").inner_html()
    watched.write_text(PLOTTING, "utf-8")
    page.locator(".check.failed").first.wait_for(state="detached", timeout=SECONDS * 1000)

    assert followed == anew
    assert wrong != right == page.locator(".score").first.inner_text()
    assert not visitor.complaints


def test_the_open_page_stays_when_watching_has_ended(reader, watched, tmp_path):
    """The folder goes with the command; what was read last can still be read."""
    written = page_in(tmp_path / "temporary")
    visitor = reader()
    page = visitor.open(written)

    shutil.rmtree(written.parent)
    page.wait_for_event("requestfailed", timeout=SECONDS * 1000)
    page.wait_for_function("document.querySelectorAll('head > script').length === 1")

    assert page.locator(".drawn figure").count() >= 3
