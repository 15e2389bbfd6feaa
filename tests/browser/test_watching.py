"""`autograder check --watch`: one page that stays open and follows every save."""

from __future__ import annotations

import os
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


def test_the_figure_on_the_open_page_follows_a_save(reader, watched, tmp_path):
    """All three figures are there; after a save that renames an axis, the page has the new name.

    The page reloads itself while another window has the focus, as an editor does.
    """
    written = page_in(tmp_path / "temporary")
    visitor = reader()
    page = visitor.open(written)
    page.add_init_script("document.hasFocus = () => false")
    page.reload()
    headings = page.locator(".drawn .heading").all_inner_texts()
    before = page.locator(".drawn figure").nth(1).inner_html()

    watched.write_text(PLOTTING.replace("$x_0$", "across"), "utf-8")
    page.locator(".drawn .axis-name", has_text="across").first.wait_for(timeout=SECONDS * 1000)

    assert headings == ["plot_surface", "plot_contour", "plot_descent"]
    assert page.locator(".drawn figure").nth(1).inner_html() != before
    assert not visitor.complaints
