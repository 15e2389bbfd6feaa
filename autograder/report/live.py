"""The verdict while a student works: one screen and one open page, drawn again at every save."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from autograder.language import Language, Text, _
from autograder.report.pages import Shown, page
from autograder.report.pictures import Drawn
from autograder.report.terminal import brief, show
from autograder.verdict import Verdict, files


def redraw(
    verdicts: Sequence[Verdict],
    saved: str,
    file: Path,
    language: Language,
    console: Console,
    drawn: Drawn | None = None,
    site: str = "",
) -> None:
    """Draw verdicts on an empty screen, and on the page in that file; one that is open follows.

    Args:
        verdicts: those of every exercise that is followed.
        saved: the exercise that is shown in full; of the others the score is enough.
        file: the page, with the figures on it.
        language: of the screen, and that the page opens in.
        console: the screen.
        drawn: the figures of this time.
        site: the address of the course site, to link to.

    Raises:
        OSError: the page cannot be written.
    """
    _write(file, page(verdicts, Shown(language, site=site), is_watching=True, drawn=drawn))
    if console.is_terminal:
        console.clear()
    for verdict in verdicts:
        if verdict.exercise != saved:
            console.print(brief(verdict, language))
    for verdict in verdicts:
        if verdict.exercise == saved:
            show(verdict, language, console, site)
    _say(console, _("Pictures: {page}").format(page=file.resolve().as_uri()), language)
    _say(console, _("Save your file to check again; Ctrl+C ends."), language)


def _write(file: Path, text: str) -> None:
    """Write a page, and beside it the scripts by which one that is open follows: watch.js."""
    stamp = json.dumps(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16])
    told = {
        ".page.js": f"kobai.page({stamp}, {json.dumps(text)});\n",
        ".newest.js": f"kobai.newest({stamp});\n",  # when what it leads to is there
        file.suffix: text,
    }
    for ending, content in told.items():
        files.write(file.with_suffix(ending), content, durable=False)


def _say(console: Console, text: Text, language: Language) -> None:
    """Print a sentence as one line, so that a narrow terminal cuts no address in two."""
    console.print(Styled(text.to(language), "dim"), soft_wrap=True)
