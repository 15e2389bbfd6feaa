"""Mend the pages that MkDocs wrote: language links, formulas, notebooks, faults of the theme."""

from __future__ import annotations

from pathlib import Path

from docs.builder import formulas, japanese, languages, notebooks, panels, searching, theme
from docs.builder.paths import SITE, BuildError


def mend(url: str) -> None:
    """Mend every page of site/, which is read at url, in one reading and one writing each."""
    pages = {file: read(file) for file in sorted(SITE.rglob("*.html"))}
    # Nobody describes the page for a wrong address: it has the site's own description.
    undescribed = (SITE / "404.html", SITE / "ja" / "404.html")
    stock = [theme.own_description(pages[file]) for file in undescribed]
    for file, page in pages.items():
        page = notebooks.mend(page, file)
        if file.is_relative_to(SITE / "ja"):
            page = japanese.join(page)
        page = languages.mend(page, file, pages.keys())
        if file not in undescribed:
            page = theme.describe(page, stock[file.is_relative_to(SITE / "ja")])
        page = theme.mend(page, file)
        pages[file] = panels.place(page, file)
    for file, page in formulas.mend(pages).items():
        file.write_text(page, encoding="utf-8")
    languages.mend_sitemaps(url)
    searching.mend()


def read(file: Path) -> str:
    """Read one page, and stop where something that is no page was published as one."""
    page = file.read_text(encoding="utf-8")
    if not page.lstrip()[:15].lower() == "<!doctype html>":
        raise BuildError(f"{file} is not a page: it begins with {page[:40]!r}")
    return page
