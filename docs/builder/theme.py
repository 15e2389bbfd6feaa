"""Mend the faults of the stock theme: each is looked for, so that none is left when it changes."""

from __future__ import annotations

import html
import re
from pathlib import Path

from bs4 import BeautifulSoup

from docs.builder.paths import SITE, BuildError

SEARCH = {"en": "Search", "ja": "検索"}
DIALOG = '<div class="md-search" data-md-component="search" role="dialog">'
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
# Markdown makes the corner of a table a header, and a header must say something.
EMPTY_HEADER = re.compile(r"<th([^>]*)></th>")
# An option breaks behind its dashes, where a browser sees a hyphen.
OPTION = re.compile(r"<code>(--?\w[\w=-]*(?: \w{1,12})?)</code>")
# What is folded away would be told by the contents all the same.
FOLDED = re.compile(r'<details class="failure">(.*?)</details>', re.DOTALL)
HEADING = re.compile(r'<h\d id="([^"]+)"')
LIST = re.compile(
    r'<nav class="md-nav" aria-label="[^"]*">\s*<ul class="md-nav__list">\s*</ul>\s*</nav>'
)
LONGEST = 160  # characters of a description that search engines show
# HTML knows no autocomplete on a checkbox.
CHECKBOX = ' type="checkbox" id="{id}" autocomplete="off">'


def mend(page: str, file: Path) -> str:
    """Name the search dialog, and take away an attribute that its element does not have."""
    language = "ja" if file.relative_to(SITE).parts[0] == "ja" else "en"
    label = f'{DIALOG[:-1]} aria-label="{SEARCH[language]}">'
    page = swap(page, DIALOG, label, file)
    for identity in ("__drawer", "__search"):
        stock = CHECKBOX.format(id=identity)
        page = swap(page, stock, stock.replace(' autocomplete="off"', ""), file)
    page = swap(page, ' alt="logo"', ' alt=""', file)  # the link around it has a name
    page = page.replace(' tabindex="">', ">")  # a number is wanted; none is what is meant
    if 'id="__toc"' not in page:  # a page that the nav does not list has no box to tick
        page = page.replace(' for="__toc"', "")
    for name in HEADING.findall("".join(FOLDED.findall(page))):
        entry = (
            rf'<li class="md-nav__item">\s*<a href="#{name}" class="md-nav__link">.*?</a>\s*</li>'
        )
        page = re.sub(entry, "", page, flags=re.DOTALL)
    page = LIST.sub("", page)
    page = OPTION.sub(r'<code class="kobai-together">\1</code>', page)
    return EMPTY_HEADER.sub(r"<td\1></td>", page)


def own_description(page: str) -> str:
    """Give the description that a page has."""
    found = DESCRIPTION.search(page)
    return found[1] if found else ""


def describe(page: str, stock: str) -> str:
    """Describe a page by its first words where it has no description but the site's."""
    if own_description(page) != stock:
        return page
    article = BeautifulSoup(page, "html.parser").article
    paragraphs = article.select("p:not(.kobai-need)") if article else []
    # A formula is still TeX source here, which nobody wants to read.
    texts = [
        each.get_text(" ", strip=True) for each in paragraphs if not each.select(".arithmatex")
    ]
    words = " ".join(next(filter(None, texts), stock).split())
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return DESCRIPTION.sub(
        lambda _: f'<meta name="description" content="{html.escape(short)}">', page, count=1
    )


def swap(page: str, stock: str, ours: str, file: Path) -> str:
    """Replace what the stock theme writes; a theme that writes it otherwise stops the build."""
    if stock not in page:
        raise BuildError(f"{file}: the theme no longer writes {stock!r}; look at {__name__} again")
    return page.replace(stock, ours)
