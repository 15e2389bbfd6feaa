"""Watching a file: every save is seen once, and draws the verdict again."""

from __future__ import annotations

import io
import os

from matplotlib.figure import Figure
from rich.console import Console
from verdicts import verdict

from autograder import report
from autograder.figures.description import describe
from autograder.frontends.watch import watch


class Editor:
    """Stands in for time passing: at every pause it does the next thing to a file, then stops."""

    def __init__(self, *deeds) -> None:
        self._deeds = list(deeds)

    def __call__(self, _seconds: float) -> None:
        if not self._deeds:
            raise KeyboardInterrupt
        self._deeds.pop(0)()


def rest() -> None:
    """Do nothing for one look."""


def test_every_save_is_seen_once(tmp_path):
    """The file as it is, then a save in place, then a new file moved over the old one."""
    file, beside = tmp_path / "work.py", tmp_path / "work.py.new"
    file.write_text("one")

    def move() -> None:
        beside.write_text("third")
        beside.replace(file)

    seen: list[str] = []
    editor = Editor(rest, rest, lambda: file.write_text("second"), rest, rest, move, rest, rest)
    watch(file, lambda: seen.append(file.read_text()), editor)

    assert seen == ["one", "second", "third"]


def test_a_save_in_two_goes_is_seen_when_it_is_whole(tmp_path):
    """An editor that empties the file first does not show an empty file."""
    file = tmp_path / "work.py"
    file.write_text("one")

    seen: list[str] = []
    editor = Editor(rest, lambda: file.write_text(""), lambda: file.write_text("second"), rest)
    watch(file, lambda: seen.append(file.read_text()), editor)

    assert seen == ["one", "second"]


def test_a_file_that_goes_away_is_waited_for(tmp_path):
    """Between two saves the file may be gone for a moment."""
    file = tmp_path / "work.py"

    def come_back() -> None:
        file.write_text("here")
        os.utime(file, ns=(1, 1))

    seen: list[str] = []
    editor = Editor(rest, come_back, rest, file.unlink, rest, come_back, rest)
    watch(file, lambda: seen.append(file.read_text()), editor)

    assert seen == ["here"]


def test_a_verdict_is_drawn_on_the_screen_and_on_the_page(tmp_path):
    """The screen is cleared, shows the verdict and where the page is; the page follows."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=200, _environ={"TERM": "xterm"})

    report.redraw(verdict(), tmp_path / "my page.html", "en", console)

    assert "\x1b[2J" in stream.getvalue()
    assert "2 of 4 points" in stream.getvalue()
    assert "my%20page.html" in stream.getvalue()
    assert "data-watching" in (tmp_path / "my page.html").read_text(encoding="utf-8")


def test_what_the_code_draws_is_on_the_page(tmp_path):
    """Each figure stands under its function's name; a description that is none is left out."""
    figure = Figure()
    figure.add_subplot().plot([1, 2, 3])
    drawn = {"plot_contour": describe(figure), "plot_descent": {"panels": 3}}

    report.redraw(verdict(), tmp_path / "page.html", "en", Console(file=io.StringIO()), drawn)

    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "What your code draws now" in page
    assert '<p class="heading">plot_contour</p>' in page
    assert "plot_descent" not in page
