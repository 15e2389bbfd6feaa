"""Make the language switch stay on the page: Material's leads to the other language's home."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path

from docs.builder.paths import SITE

SWITCH = re.compile(r'<a href="[^"]*" hreflang="(en|ja)" class="md-select__link">')
ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="(?:en|ja)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


def mend(page: str, file: Path, files: Collection[Path]) -> str:
    """Point the switch, and what search engines read, at the same page in each language."""
    if file.name == "404.html":  # it is served at any depth, so its links stay absolute
        return ALTERNATE.sub("", page)
    versions = versions_of(file)

    def switch(found: re.Match[str]) -> str:
        language = found[1]
        there = versions[language]
        if there not in files:
            there = versions_of(SITE / "index.html")[language]
        return (
            f'<a href="{link(file, there)}" hreflang="{language}" lang="{language}" '
            f'class="md-select__link">'
        )

    page = ALTERNATE.sub("", SWITCH.sub(switch, page))
    canonical = CANONICAL.search(page)
    if canonical is None or any(version not in files for version in versions.values()):
        return page
    here = canonical[1].removesuffix(address(file))
    links = "".join(
        f'\n      <link rel="alternate" href="{here}{address(version)}" hreflang="{language}">'
        for language, version in versions.items()
    )
    return page.replace(canonical[0], canonical[0] + links, 1)


def versions_of(file: Path) -> dict[str, Path]:
    """Give where the same page lies, or would lie, in each language."""
    path = file.relative_to(SITE)
    if path.parts[0] == "ja":
        path = path.relative_to("ja")
    return {"en": SITE / path, "ja": SITE / "ja" / path}


def address(file: Path) -> str:
    """Give a page's address below the site's own."""
    return file.relative_to(SITE).as_posix().removesuffix("index.html")


def link(file: Path, there: Path) -> str:
    """Give the relative link from one page to another."""
    return Path(os.path.relpath(there.parent, file.parent)).as_posix() + "/"
