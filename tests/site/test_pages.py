"""Every page is a page, in both languages, with what search engines and readers expect."""

from __future__ import annotations

import re

import pytest
from pages import ENGLISH_ONLY, PAGES, file_of, language_of, soup

ENGLISH = [page for page in PAGES if language_of(page) == "en" and not ENGLISH_ONLY.match(page)]


@pytest.mark.parametrize("page", PAGES)
def test_page_is_html(page):
    """No notebook or script was published as if it were a page."""
    assert file_of(page).read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


@pytest.mark.parametrize("page", PAGES)
def test_page_names_itself(page):
    """A page has its language, one title, one h1 and a description."""
    html = soup(page)

    assert html.html["lang"] == language_of(page)
    assert len(html.find_all("title")) == 1
    assert len(html.article.find_all("h1")) == 1
    assert html.find("meta", attrs={"name": "description"})["content"].strip()


def test_descriptions_tell_pages_apart():
    """No two pages share a description, except those that are not read for themselves."""
    seen: dict[str, str] = {}
    for page in PAGES:
        if page.endswith("404.html") or ENGLISH_ONLY.match(page):
            continue
        description = soup(page).find("meta", attrs={"name": "description"})["content"]
        assert description not in seen, f"{page} is described as {seen[description]}"
        seen[description] = page


@pytest.mark.parametrize("page", ENGLISH)
def test_page_exists_in_both_languages(page):
    """A page in one language has its counterpart, with as many sections, figures and widgets."""
    assert f"ja/{page}" in PAGES
    assert parts(f"ja/{page}") == parts(page)


def test_no_page_is_japanese_only():
    """A Japanese page has its English counterpart."""
    assert {page.removeprefix("ja/") for page in PAGES if page.startswith("ja/")} <= set(PAGES)


def parts(page: str) -> dict[str, int]:
    """Count what a reader meets on a page."""
    article = soup(page).article
    return {
        "sections": len(article.find_all(["h2", "h3"])),
        "pictures": len(article.find_all("img")),
        "widgets": len(article.find_all(re.compile("^kobai-"))),
        "questions": len(article.find_all("details")),
        "formulas": len(article.find_all(class_="formula")),
        "programs": len(article.find_all(class_="highlight")),
    }


@pytest.mark.parametrize("page", PAGES)
def test_pictures_are_described(page):
    """A picture says what is seen in it, in the page's language, and reserves its place."""
    for image in soup(page).article.find_all("img"):
        assert len(image["alt"]) > 15, image
        assert image.get("width"), image
        assert image.get("height"), image
        if language_of(page) == "ja":
            assert re.search(r"[ぁ-んァ-ヶ一-龠]", image["alt"]), image


@pytest.mark.parametrize("page", PAGES)
def test_formulas_are_set(page):
    """No formula is left as TeX source."""
    assert not soup(page).find_all(class_="arithmatex")
    assert not re.search(r"\\\(|\\\[|\$\$", text_outside_code(page))


def text_outside_code(page: str) -> str:
    """Give what a reader reads, without programs and without KaTeX's copy of the source."""
    return "".join(
        text
        for text in soup(page).article.find_all(string=True)
        if not text.find_parent(["code", "pre", "annotation", "script"])
    )
