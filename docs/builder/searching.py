"""Mend the search indexes: a result shows words, not TeX, and leads to a heading that is there."""

from __future__ import annotations

import functools
import html
import json
import re
from pathlib import Path

from bs4 import BeautifulSoup

from docs.builder.paths import SITE

FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
SIGNS = {
    "partial": "∂", "nabla": "∇", "mu": "μ", "eta": "η", "times": "×", "cdot": "·", "le": "≤",
    "ge": "≥", "ne": "≠", "approx": "≈", "leftarrow": "←", "to": "→", "sum": "Σ", "pm": "±",
}  # fmt: skip
SIGN = re.compile(r"\\(" + "|".join(SIGNS) + r")(?![a-zA-Z])")


def mend() -> None:
    """Rewrite the index of each language."""
    for home in (SITE, SITE / "ja"):
        file = home / "search" / "search_index.json"
        index = json.loads(file.read_text(encoding="utf-8"))
        names = functools.cache(headings)
        for entry in index["docs"]:
            entry["text"] = FORMULA.sub(lambda found: readable(found[1] or found[2]), entry["text"])
            entry["title"] = FORMULA.sub(
                lambda found: readable(found[1] or found[2]), entry["title"]
            )
            page, _, anchor = entry["location"].partition("#")
            if anchor:
                known = names(home / page / "index.html")
                if (anchor, anchor) not in known.items():
                    entry["location"] = f"{page}#{known.get(plain(entry['title']), anchor)}"
        file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


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
