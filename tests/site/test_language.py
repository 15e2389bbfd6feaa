"""Each page is written in its language: no English left on a Japanese page, none misspelt."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from bs4 import Comment
from pages import PAGES, ROOT, language_of, soup

JAPANESE = [page for page in PAGES if language_of(page) == "ja"]
HAS_JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
# Four English words in a row are a sentence; names, titles and terms are shorter.
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z'’]+\b[ ,]+){4,}[A-Za-z][a-z'’]+")
SAID = ("aria-label", "title", "placeholder", "alt")
# A platform has one name in every language.
NAMES = {"Canvas", "Gradescope", "GitHub Classroom", "Google Classroom", "Moodle", "nbgrader"}
SOURCES = re.compile("参考文献|出典|権利")
WITH_GAP = re.compile(r"[、。぀-ヿ一-鿿]\s*\n\s*[぀-ヿ一-鿿]")


def in_another_language(tag) -> bool:
    """Tell whether a tag stands in program text or in what is marked as English."""
    return any(
        parent.name in {"code", "pre", "script", "style", "textarea", "annotation", "math", "cite"}
        or parent.get("lang") == "en"
        for parent in [tag, *tag.parents]
    )


def is_source(tag) -> bool:
    """Tell whether a tag stands in a list of sources, whose titles keep their language."""
    heading = tag.find_previous(["h1", "h2"])
    return heading is not None and bool(SOURCES.search(heading.get_text()))


@pytest.mark.parametrize("page", JAPANESE)
def test_no_english_is_left(page):
    """No sentence, and no label of a button or a picture, is English on a Japanese page."""
    html = soup(page)
    sentences = [
        str(text)
        for text in html.body.find_all(string=SENTENCE)
        if not isinstance(text, Comment)
        and not in_another_language(text.parent)
        and not is_source(text.parent)
    ]
    labels = [
        tag[name]
        for name in SAID
        for tag in html.body.find_all(attrs={name: True})
        if re.search("[A-Za-z]{3}", tag[name])
        and not HAS_JAPANESE.search(tag[name])
        and tag[name] not in {"English", "Kobai"}
    ]

    assert not sentences
    assert not labels


@pytest.mark.parametrize("page", JAPANESE)
def test_headings_are_japanese(page):
    """A heading of a Japanese page is Japanese."""
    for heading in soup(page).article.find_all(["h1", "h2", "h3"]):
        words = heading.get_text().removesuffix("¶")
        if (
            words in NAMES
            or heading.code
            or in_another_language(heading)
            or not re.search("[A-Za-z]{3}", words)
        ):
            continue
        assert HAS_JAPANESE.search(words), words


def test_english_is_spelt_right():
    """Codespell knows no misspelling in what is written in English; IST and "fro" are none."""
    rooms = ["docs/en", "docs/decisions", "docs/web/widgets", "docs/builder", "docs/figures"]
    skipped = "*.svg,*.json,*/assets/*"

    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "codespell_lib",
            "--ignore-words-list",
            "fro,IST",
            "--skip",
            skipped,
            *rooms,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.stdout == ""
    assert checked.returncode == 0


@pytest.mark.parametrize("page", JAPANESE)
def test_lines_of_the_source_leave_no_gaps(page):
    """A sentence that goes on in the next line of the source goes on without a space."""
    for part in soup(page).article.find_all(["p", "td", "dd"]):
        assert not WITH_GAP.search(part.get_text()), part
