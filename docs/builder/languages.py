"""Make the language switch stay on the page: Material's leads to the other language's home."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Collection
from pathlib import Path

from docs.builder.paths import SITE

SWITCH = re.compile(r'<a href="[^"]*" hreflang="(en|ja)" class="md-select__link">')
ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="(?:en|ja)">')
LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def mend(page: str, file: Path, files: Collection[Path]) -> str:
    """Point the switch at the same page in each language.

    What search engines read goes into the sitemap instead of the head: Material takes a link in
    the head for the root of a site of its own, and asks there for a sitemap that is not there.
    """
    page = ALTERNATE.sub("", page)
    if file.name == "404.html":  # it is served at any depth, so its links stay absolute
        return page
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

    return SWITCH.sub(switch, page)


def mend_sitemaps(url: str) -> None:
    """Name each page's versions in both sitemaps, as search engines want to be told."""
    for sitemap in (SITE / "sitemap.xml", SITE / "ja" / "sitemap.xml"):
        text = sitemap.read_text(encoding="utf-8")
        text = text.replace("<urlset ", '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" ', 1)
        text = LOCATION.sub(lambda found: found[0] + alternates(found[1], url), text)
        sitemap.write_text(text, encoding="utf-8")
        sitemap.with_suffix(".xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def alternates(location: str, url: str) -> str:
    """Give the links of one page of a sitemap to its versions, when there are two."""
    versions = versions_of(SITE / location.removeprefix(url) / "index.html")
    if not all(version.exists() for version in versions.values()):
        return ""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{url}{address(version)}"/>'
        for language, version in versions.items()
    )


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
