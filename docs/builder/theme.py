"""Mend the faults of the stock theme: each is looked for, so that none is left when it changes."""

from __future__ import annotations

from pathlib import Path

from docs.builder.paths import SITE, BuildError

SEARCH = {"en": "Search", "ja": "検索"}
DIALOG = '<div class="md-search" data-md-component="search" role="dialog">'
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
    return page


def swap(page: str, stock: str, ours: str, file: Path) -> str:
    """Replace what the stock theme writes; a theme that writes it otherwise stops the build."""
    if stock not in page:
        raise BuildError(f"{file}: the theme no longer writes {stock!r}; look at {__name__} again")
    return page.replace(stock, ours)
