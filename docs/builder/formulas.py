"""Set the formulas with KaTeX at build time, so that a reader needs no script to see them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from docs.builder import node
from docs.builder.paths import CACHE, WEB, fingerprint

# With the signs around it, from which a browser would else part it at the end of a line.
INLINE = re.compile(
    r'([(（「]?)<span class="arithmatex">\\\((.*?)\\\)</span>([.,;:!?)。、）」：]*)', re.DOTALL
)
DISPLAY = re.compile(r'<div class="arithmatex">\s*\\\[(.*?)\\\]\s*</div>', re.DOTALL)
UNSET = {
    "en": "This copy of the site was built without Node.js: its formulas stand here as they are "
    "typed, in TeX, and the editor of the exercises is a plain text field. All else is as it "
    "should be.",
    "ja": "このサイトは Node.js なしで作られました。そのため、数式は TeX の書き方のまま表示され、"
    "演習のエディタは簡単な入力欄です。ほかはすべて使えます。",
}
# Two formulas that differ only in being set apart are two; hence the flag beside the source.
Formula = tuple[str, bool]


def mend(pages: dict[Path, str]) -> dict[Path, str]:
    """Give the pages with every formula set; a formula that KaTeX cannot read stops the build."""
    if node.command() is None:
        return {file: admit(page) for file, page in pages.items()}
    wanted = {formula for page in pages.values() for formula in formulas_of(page)}
    drawn = typeset(wanted)

    def place(page: str) -> str:
        page = INLINE.sub(
            lambda found: together(found[1], drawn[source(found[2]), False], found[3]), page
        )
        return DISPLAY.sub(
            lambda found: f'<div class="formula">{drawn[source(found[1]), True]}</div>', page
        )

    return {file: place(page) for file, page in pages.items()}


def admit(page: str) -> str:
    """Say above a page's text that its formulas are not set."""
    if 'class="arithmatex"' not in page:
        return page
    language = "ja" if '<html lang="ja"' in page else "en"
    note = f'<div class="admonition warning"><p>{UNSET[language]}</p></div>'
    return page.replace("</h1>", f"</h1>{note}", 1)


def formulas_of(page: str) -> set[Formula]:
    """Give the formulas of one page."""
    inline = {(source(found), False) for _, found, _ in INLINE.findall(page)}
    return inline | {(source(found), True) for found in DISPLAY.findall(page)}


def together(before: str, formula: str, after: str) -> str:
    """Keep a formula and the signs before and after it on one line."""
    whole = f"{before}{formula}{after}"
    return f'<span class="kobai-together">{whole}</span>' if before or after else formula


def source(escaped: str) -> str:
    """Give the TeX source that was escaped to stand in HTML."""
    return html.unescape(escaped).strip()


def typeset(wanted: set[Formula]) -> dict[Formula, str]:
    """Give the HTML of each formula, remembered from the last build where it can be."""
    script = WEB / "tools" / "formulas.mjs"
    key = fingerprint([script, WEB / "package-lock.json"])
    store = CACHE / "formulas.json"
    known: dict[Formula, str] = {}
    if store.exists():
        kept = json.loads(store.read_text(encoding="utf-8"))
        if kept["key"] == key:
            known = {(tex, display): drawn for tex, display, drawn in kept["formulas"]}
    new = sorted(wanted - known.keys())
    if new:
        node.install()
        answer = json.loads(node.run(script, stdin=json.dumps(new)))
        known.update(zip(new, answer, strict=True))
    known = {formula: known[formula] for formula in sorted(wanted)}
    CACHE.mkdir(parents=True, exist_ok=True)
    kept = {"key": key, "formulas": [[*formula, drawn] for formula, drawn in known.items()]}
    store.write_text(json.dumps(kept), encoding="utf-8")
    return known
