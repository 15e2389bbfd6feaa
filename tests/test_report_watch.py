"""Watching files: every save is seen once, and draws the verdict again."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path

from matplotlib.figure import Figure
from rich.console import Console
from rich.text import Text as Styled
from verdicts import verdict

from autograder import report
from autograder.course import Course
from autograder.figures.description import describe
from autograder.frontends.watch import follow, watch

ROOT = Path(__file__).parents[1]
EXERCISE = "numerical_gradient"


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
    watch([file], lambda _saved: seen.append(file.read_text()), editor)

    assert seen == ["one", "second", "third"]


def test_a_save_in_two_goes_is_seen_when_it_is_whole(tmp_path):
    """An editor that empties the file first does not show an empty file."""
    file = tmp_path / "work.py"
    file.write_text("one")

    seen: list[str] = []
    editor = Editor(rest, lambda: file.write_text(""), lambda: file.write_text("second"), rest)
    watch([file], lambda _saved: seen.append(file.read_text()), editor)

    assert seen == ["one", "second"]


def test_a_file_that_goes_away_is_waited_for(tmp_path):
    """Between two saves the file may be gone for a moment."""
    file = tmp_path / "work.py"

    def come_back() -> None:
        file.write_text("here")
        os.utime(file, ns=(1, 1))

    seen: list[str] = []
    editor = Editor(rest, come_back, rest, file.unlink, rest, come_back, rest)
    watch([file], lambda _saved: seen.append(file.read_text()), editor)

    assert seen == ["here"]


def test_every_file_is_followed(tmp_path):
    """Files saved together are told together; then only the one that is saved again."""
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    for number, file in enumerate((other, one)):
        file.write_text("first")
        os.utime(file, ns=(number, number))

    seen: list[list[str]] = []
    editor = Editor(rest, lambda: other.write_text("second"), rest, rest)
    watch([one, other], lambda saved: seen.append([file.name for file in saved]), editor)

    assert seen == [["other.py", "one.py"], ["other.py"]]


def test_a_file_that_is_not_there_is_waited_for_in_words(tmp_path):
    """The screen is never blank: it says what is missing, then shows it as soon as it is saved."""
    stream = io.StringIO()
    console = Console(file=stream, width=40)
    file = tmp_path / "numerical_gradient.py"

    def save() -> None:
        assert "is not there" in stream.getvalue()
        shutil.copy(ROOT / "exercises" / file.name, file)

    follow(file, Course(), "en", console, Editor(save, rest, rest))

    assert "as soon as you save it" in stream.getvalue()
    assert "numerical_gradient: 0 of 11 points" in stream.getvalue()


def test_a_watched_folder_is_left_as_it_was(tmp_path):
    """The page lies elsewhere, so nothing of ours is handed in with the work."""
    stream = io.StringIO()
    for name in ("numerical_gradient", "gradient_descent"):
        shutil.copy(ROOT / "exercises" / f"{name}.py", tmp_path)
    os.utime(tmp_path / "gradient_descent.py", ns=(1, 1))

    follow(tmp_path, Course(), "en", Console(file=stream, width=40), Editor(rest))

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "gradient_descent.py",
        "numerical_gradient.py",
    ]
    first, second, *_more = stream.getvalue().splitlines()
    assert (first.split(":")[0], second.split(":")[0]) == ("gradient_descent", EXERCISE)


def test_an_address_is_neither_cut_nor_followed_by_a_stop(tmp_path):
    """In a narrow terminal the lesson and the page can still be clicked on."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=30, _environ={"TERM": "xterm"})

    page = tmp_path / "page.html"
    report.redraw([verdict()], EXERCISE, page, "en", console, site="https://course.example/")

    lines = [Styled.from_ansi(line).plain.rstrip() for line in stream.getvalue().splitlines()]
    lesson = f"lessons/{EXERCISE}/#forward-difference"
    assert any(line.endswith(lesson) and "http" in line for line in lines)
    assert any(line.endswith(page.as_uri()) for line in lines)


def test_a_verdict_is_drawn_on_the_screen_and_on_the_page(tmp_path):
    """The screen is cleared, shows the verdict and where the page is; the page follows."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=200, _environ={"TERM": "xterm"})

    report.redraw([verdict()], EXERCISE, tmp_path / "my page.html", "en", console)

    assert "\x1b[2J" in stream.getvalue()
    assert "2 of 4 points" in stream.getvalue()
    assert "my%20page.html" in stream.getvalue()
    page = (tmp_path / "my page.html").read_text(encoding="utf-8")
    newest = (tmp_path / "my page.newest.js").read_text(encoding="utf-8")
    follows = (tmp_path / "my page.page.js").read_text(encoding="utf-8")
    stamp = newest.removeprefix("kobai.newest(").removesuffix(");\n")
    assert follows == f"kobai.page({stamp}, {json.dumps(page)});\n"


def test_what_the_code_draws_is_on_the_page(tmp_path):
    """Each figure stands under its function's name; a description that is none is left out."""
    figure = Figure()
    figure.add_subplot().plot([1, 2, 3])
    drawn = {"plot_contour": describe(figure), "plot_descent": {"panels": 3}}

    report.redraw(
        [verdict()], EXERCISE, tmp_path / "page.html", "en", Console(file=io.StringIO()), drawn
    )

    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "What your code draws now" in page
    assert '<p class="heading">plot_contour</p>' in page
    assert "plot_descent" not in page
