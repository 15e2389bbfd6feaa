"""The built site holds no line of a solution's hidden part and none of a hidden check."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pages import SITE

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"
REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
SHORTEST = 30  # a line as short as `x = init_x.copy()` is anybody's
PUBLIC = ("autograder", "docs", "exercises")
BINARY = {".png", ".svg", ".woff", ".woff2", ".ico", ".wasm", ".map", ".tar", ".gz"}


def squeezed(text: str) -> str:
    """Give a text without its blanks: markup breaks lines where it likes."""
    return re.sub(r"\s+", "", text)


def hidden_lines() -> set[str]:
    """Give the lines that stand in hidden files alone."""
    hidden = [file.read_text("utf-8") for file in (SOLUTIONS / "checks").glob("*.py")]
    for file in SOLUTIONS.glob("*.py"):
        hidden += REGION.findall(file.read_text("utf-8"))
    lines = {squeezed(line) for text in hidden for line in text.splitlines()}
    files = (file for room in PUBLIC for file in (ROOT / room).rglob("*"))
    public = squeezed(
        "\n".join(file.read_text("utf-8") for file in files if file.suffix in {".py", ".md"})
    )
    return {line for line in lines if len(line) >= SHORTEST and line not in public}


def texts() -> Iterator[tuple[str, str]]:
    """Give the name and the words of every text file of the site, archives opened."""
    for file in filter(Path.is_file, SITE.rglob("*")):
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                for name in archive.namelist():
                    yield f"{file.name}/{name}", archive.read(name).decode("utf-8", "replace")
        elif file.suffix not in BINARY:
            yield str(file.relative_to(SITE)), file.read_text("utf-8", "replace")


def test_hidden_lines_stay_hidden() -> None:
    """Neither pages nor scripts, search index, downloads or the package on the page show one."""
    lines = hidden_lines()
    shown = []
    for name, text in texts():
        # As text, as marked-up text, and as a string within JSON or a script.
        for reading in (
            text,
            html.unescape(re.sub(r"<[^>]*>", "", text)),
            text.replace('\\"', '"'),
        ):
            words = squeezed(reading)
            shown += [(name, line) for line in lines if line in words]

    assert len(lines) > 30
    assert shown == []
