"""Links lead somewhere, and anchors to a heading that is there."""

from __future__ import annotations

import functools
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pages import PAGES, SITE, base_url, file_of, soup

ATTRIBUTES = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"))


@functools.cache
def anchors(file: Path) -> frozenset[str]:
    """Give the ids of one page."""
    page = file.relative_to(SITE.resolve()).as_posix().removesuffix("index.html")
    return frozenset(str(tag["id"]) for tag in soup(page).find_all(id=True))


def broken(page: str, link: str) -> str:
    """Say what is wrong with a link of a page, or nothing."""
    url = urlsplit(link)
    if link.startswith(base_url()):
        target = SITE / unquote(link.removeprefix(base_url()).partition("#")[0])
    elif url.scheme:
        return "" if url.scheme in {"https", "mailto", "data"} else f"{link}: not https"
    elif url.path.startswith("/"):
        target = SITE / unquote(url.path.removeprefix(urlsplit(base_url()).path))
    elif url.path:
        target = file_of(page).parent / unquote(url.path)
    else:
        target = file_of(page)
    if target.is_dir():
        target = target / "index.html"
    if not target.exists():
        return f"{link}: no such file"
    fragment = unquote(url.fragment)
    if fragment and target.suffix == ".html" and fragment not in anchors(target.resolve()):
        return f"{link}: no such anchor"
    return ""


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    """Every link, picture, style and script of a page is there, and so is every anchor."""
    links = {
        str(tag[attribute])
        for name, attribute in ATTRIBUTES
        for tag in soup(page).find_all(name)
        if tag.has_attr(attribute)
    }

    faults = [fault for link in sorted(links) if (fault := broken(page, link))]

    assert links
    assert not faults


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique(page):
    """An anchor names one place."""
    ids = [tag["id"] for tag in soup(page).find_all(id=True)]

    assert len(ids) == len(set(ids))
