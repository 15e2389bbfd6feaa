"""The verdict while a student works: one screen and one open page, drawn again at every save."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text as Styled

from autograder.language import Language, _, plain
from autograder.picture import PictureError, read
from autograder.report.pages import page
from autograder.report.pictures import Picture, draw_figure
from autograder.report.terminal import show
from autograder.results import put
from autograder.verdict import Verdict

# The description of the figure that each function drew.
Drawn = dict[str, Mapping[str, Any]]


def redraw(
    verdict: Verdict,
    file: Path,
    language: Language,
    console: Console,
    drawn: Drawn | None = None,
) -> None:
    """Draw a verdict on an empty screen, and on the page in that file, which reloads itself.

    Args:
        verdict: what is shown.
        file: the page, with the figures on it.
        language: of the screen, and that the page opens in.
        console: the screen.
        drawn: the figures of this time.

    Raises:
        OSError: the page cannot be written.
    """
    put(file, page([verdict], language, is_watching=True, drawn=_pictures(drawn or {})))
    if console.is_terminal:
        console.clear()
    show(verdict, language, console)
    told = _("Pictures: {page}. Save your file to check again; Ctrl+C ends.")
    console.print(Styled(told.format(page=file.resolve().as_uri()).to(language), "dim"))


def _pictures(drawn: Drawn) -> list[Picture]:
    """Sketch the figures that can be read, each under its function's name."""
    pictures: list[Picture] = []
    for name, content in drawn.items():
        try:
            pictures += draw_figure(read(content).evidence(), plain(name))
        except PictureError:
            continue
    return pictures
