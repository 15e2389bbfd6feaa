"""The pages of the built site, as its tests see them."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("KOBAI_SITE", ROOT / "site"))
LANGUAGES = ("en", "ja")
# What exists in English only: decisions are for those who change the course.
ENGLISH_ONLY = re.compile(r"^decisions/")


def all_pages() -> list[str]:
    """Give the address of every page below the site's own; a missing site is said as such."""
    pages = sorted(
        file.relative_to(SITE).as_posix().removesuffix("index.html")
        for file in SITE.rglob("*.html")
    )
    if not pages:
        pytest.exit(f"{SITE} holds no page: build it first with `make site`", returncode=4)
    return pages


PAGES = all_pages()
LESSONS = [page for page in PAGES if "lessons/" in page]


@functools.cache
def soup(page: str) -> BeautifulSoup:
    """Give one page, parsed."""
    return BeautifulSoup(file_of(page).read_text(encoding="utf-8"), "html.parser")


def file_of(page: str) -> Path:
    """Give the file of a page."""
    file = SITE / page
    return file / "index.html" if file.is_dir() else file


def language_of(page: str) -> str:
    """Give the language in which a page is written."""
    return "ja" if page.startswith("ja/") else "en"


@functools.cache
def base_url() -> str:
    """Give the address for which the site was built."""
    canonical = soup("").find("link", rel="canonical")
    return str(canonical["href"])
