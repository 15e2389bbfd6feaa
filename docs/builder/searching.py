"""Mend the search: a result shows words, not TeX, and a term leads to where it is explained."""

from __future__ import annotations

import functools
import html
import json
import re
from collections import defaultdict
from pathlib import Path

from bs4 import BeautifulSoup

from docs.builder.paths import DOCS, SITE, BuildError

FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
SIGNS = {
    "partial": "∂", "nabla": "∇", "mu": "μ", "eta": "η", "times": "×", "cdot": "·", "le": "≤",
    "ge": "≥", "ne": "≠", "approx": "≈", "leftarrow": "←", "to": "→", "sum": "Σ", "pm": "±",
}  # fmt: skip
# A segmenter parts Japanese into words: in the index, not in what readers type. A term that stands
# by itself, as a tag does, stays whole, so that it is found as it is typed.
WHOLE = """
(() => {
  const { prototype } = lunr.TinySegmenter;
  const { segment } = prototype;
  const terms = new Set(%s);
  prototype.segment = function (text) {
    return terms.has(text) ? [text] : segment.call(this, text);
  };
})();
"""
SIGN = re.compile(r"\\(" + "|".join(SIGNS) + r")(?![a-zA-Z])")


def mend() -> None:
    """Rewrite the index of each language."""
    for home in (SITE, SITE / "ja"):
        file = home / "search" / "search_index.json"
        index = json.loads(file.read_text(encoding="utf-8"))
        names = functools.cache(headings)
        explained = explanations(home) if home.name == "ja" else {}
        for entry in index["docs"]:
            entry["text"] = FORMULA.sub(lambda found: readable(found[1] or found[2]), entry["text"])
            entry["title"] = FORMULA.sub(
                lambda found: readable(found[1] or found[2]), entry["title"]
            )
            page, _, anchor = entry["location"].partition("#")
            if entry["location"] in explained:
                entry["tags"] = sorted(explained[entry["location"]])
            if anchor:
                known = names(home / page / "index.html")
                if (anchor, anchor) not in known.items():
                    entry["location"] = f"{page}#{known.get(plain(entry['title']), anchor)}"
        if explained:
            keep_whole(home, set().union(*explained.values()))
        file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def keep_whole(home: Path, terms: set[str]) -> None:
    """Teach the segmenter of a language to leave these terms whole."""
    segmenter = home / "assets" / "javascripts" / "lunr" / "tinyseg.js"
    script = segmenter.read_text(encoding="utf-8")
    if "lunr.TinySegmenter" not in script:
        raise BuildError(
            f"{segmenter}: the theme parts Japanese otherwise; look at {__name__} again"
        )
    listed = json.dumps(sorted(terms), ensure_ascii=False)
    segmenter.write_text(script + WHOLE % listed, encoding="utf-8")


def explanations(home: Path) -> dict[str, set[str]]:
    """Give the terms that each section of a lesson explains: those in bold that the glossary has.

    They become tags of the section, which weigh most.
    """
    glossary = (DOCS / "ja" / "reference" / "glossary.md").read_text(encoding="utf-8")
    columns = re.findall(r"^\| ([^|]+) \|", glossary, re.MULTILINE)
    terms = {term for column in columns for term in re.sub(r"（[^）]*）", "", column).split("、")}
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted((home / "lessons").glob("*/index.html")):
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        page = file.parent.relative_to(home).as_posix() + "/"
        for bold in soup.select("article strong"):
            heading = bold.find_previous(["h1", "h2", "h3"])
            if heading is not None and bold.get_text() in terms:
                anchor = f"#{heading['id']}" if heading.name != "h1" else ""
                found[page + anchor].add(bold.get_text().replace(" ", ""))
    return found


def headings(file: Path) -> dict[str, str]:
    """Give the id of each heading of a page, by its words and by itself."""
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    tags = soup.select("article [id]")
    by_words = {plain(tag.get_text()): str(tag["id"]) for tag in tags}
    return by_words | {str(tag["id"]): str(tag["id"]) for tag in tags}


def plain(words: str) -> str:
    """Give a heading's words without what the theme adds to them."""
    return " ".join(html.unescape(words).replace("¶", "").split())


def readable(formula: str) -> str:
    """Give a formula as near to plain writing as a search result needs."""
    formula = FRACTION.sub(r"(\1)/(\2)", html.unescape(formula))
    formula = SIGN.sub(lambda found: SIGNS[found[1]], formula)
    formula = formula.replace("^2", "²").replace("_0", "₀").replace("_1", "₁")
    formula = re.sub(r"\\(?:[a-zA-Z]+|.)|[{}&$]", " ", formula)
    return html.escape(" ".join(formula.split()), quote=False)
