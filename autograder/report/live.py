"""The verdict while a student works: one screen and one open page, drawn again at every save."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from autograder.language import Language, _
from autograder.report.pages import Shown, page
from autograder.report.pictures import Drawn
from autograder.report.terminal import show
from autograder.verdict import Verdict, files


def redraw(
    verdict: Verdict,
    file: Path,
    language: Language,
    console: Console,
    drawn: Drawn | None = None,
    site: str = "",
) -> None:
    """Draw a verdict on an empty screen, and on the page in that file, which reloads itself.

    Args:
        verdict: what is shown.
        file: the page, with the figures on it.
        language: of the screen, and that the page opens in.
        console: the screen.
        drawn: the figures of this time.
        site: the address of the course site, to link to.

    Raises:
        OSError: the page cannot be written.
    """
    files.write(file, page([verdict], Shown(language, site=site), is_watching=True, drawn=drawn))
    if console.is_terminal:
        console.clear()
    show(verdict, language, console, site)
    told = _("Pictures: {page}. Save your file to check again; Ctrl+C ends.")
    console.print(Styled(told.format(page=file.resolve().as_uri()).to(language), "dim"))
