"""Bring an executed notebook's page into the look and the weight of the other pages.

mkdocs-jupyter gives such a page a style sheet of 590 KB, scripts from other servers, its own
markup and links to headings that are not there. What it ran is kept; the rest is written anew.
"""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import jupytext
from bs4 import BeautifulSoup, Tag
from markdown.extensions.toc import unique
from pymdownx.slugs import slugify

from docs.builder.paths import DOCS, SITE, BuildError

ARTICLE = re.compile(
    r'(<article class="md-content__inner md-typeset">)(.*?)(</article>)', re.DOTALL
)
CONTENTS = 'data-md-component="toc" data-md-scrollfix'
ENTRY = re.compile(r'href="#([^"]*)" class="md-nav__link"')
SKIP = re.compile(r'<a href="#[^"]*" class="md-skip">')
TEX = re.compile(r"\$\$(?P<display>.+?)\$\$|\$(?P<inline>[^$\n]+?)\$", re.DOTALL)
DATA = re.compile(
    r"data:image/(?P<kind>[a-z+]+);base64,(?P<content>[^#]+)(?P<scheme>#?.*)", re.DOTALL
)
PIECES = (
    ".jp-RenderedMarkdown, .highlight-ipynb, .jp-RenderedText, .jp-RenderedHTML, "
    ".jp-RenderedImage, .jp-RenderedSVG"
)
LINK = {"en": "Link to this section", "ja": "この節へのリンク"}


def mend(page: str, file: Path) -> str:
    """Give a notebook's page rewritten, and every other page as it is."""
    if '<div class="jupyter-wrapper">' not in page:
        return page
    found = ARTICLE.search(page)
    if found is None:
        raise BuildError(f"{file}: mkdocs-jupyter no longer writes an <article>")
    soup = BeautifulSoup(found[2], "html.parser")
    language = "ja" if '<html lang="ja"' in page else "en"
    ids = name_headings(soup, language)
    mend_links(soup)
    describe(soup, descriptions(file), file)
    pieces = [rewrite(piece, file) for piece in soup.select(PIECES)]
    page = page.replace(found[0], "\n".join((found[1], *pieces, found[3])), 1)
    return link_contents(page, ids)


def name_headings(soup: BeautifulSoup, language: str) -> list[str]:
    """Give each heading the id that it would have on another page, and a link to itself."""
    slug = slugify(case="lower")
    ids: list[str] = []
    taken: set[str] = set()
    for heading in soup.select(".jp-RenderedMarkdown :is(h1, h2, h3, h4, h5, h6)"):
        for anchor in heading.select("a.anchor-link"):
            anchor.decompose()
        name = unique(slug(heading.get_text(), "-"), taken)
        ids.append(name)
        heading["id"] = name
        link = soup.new_tag("a", href=f"#{name}", title=LINK[language])
        link["class"] = "headerlink"
        link.string = "¶"
        heading.append(link)
    return ids


def mend_links(soup: BeautifulSoup) -> None:
    """Lead links to where pages are read: MkDocs mends them on its own pages only."""
    for tag in soup.select(".jp-RenderedMarkdown :is(a[href], img[src])"):
        attribute = "href" if tag.name == "a" else "src"
        link = str(tag[attribute])
        if link.startswith(("#", "/")) or urlsplit(link).scheme:
            continue
        path, hash_sign, anchor = link.partition("#")
        if path.endswith((".md", ".py")):
            path = path.rpartition(".")[0].removesuffix("index") + "/"
        tag[attribute] = posixpath.normpath(f"../{path}") + "/" * path.endswith("/")
        tag[attribute] += hash_sign + anchor


def descriptions(file: Path) -> Iterator[str]:
    """Give what the cells of a page's source say of the pictures that they make, in their order."""
    path = file.parent.relative_to(SITE)
    if path.parts[0] != "ja":
        path = "en" / path
    for cell in jupytext.read((DOCS / path).with_suffix(".py")).cells:
        if "alt" in cell.metadata:
            yield cell.metadata["alt"]


def describe(soup: BeautifulSoup, words: Iterator[str], file: Path) -> None:
    """Give each picture that a cell made its description, in both schemes the same."""
    for output in soup.select(".jp-RenderedHTML:has(> img)"):
        described = next(words, None)
        for image in output.find_all("img") if described else ():
            image["alt"] = described
    if next(words, None) is not None:
        raise BuildError(f"{file}: more descriptions than pictures")


def rewrite(piece: Tag, file: Path) -> str:
    """Give one piece of a notebook as the other pages write it."""
    kinds = piece.get("class") or []
    if "jp-RenderedMarkdown" in kinds:
        return prose(piece)
    if "highlight-ipynb" in kinds:
        source = piece.find("pre")
        assert isinstance(source, Tag)
        code = source.decode_contents().removeprefix("<span></span>").strip("\n")
        return (
            '<div class="language-python highlight">'
            f"<pre><span></span><code>{code}\n</code></pre></div>"
        )
    if "application/vnd.jupyter.stderr" in str(piece.get("data-mime-type")):
        raise BuildError(f"{file}: a cell wrote to stderr:\n{piece.get_text()}")
    for image in piece.find_all("img"):
        if str(image.get("alt", "No description")).startswith("No description"):
            raise BuildError(f"{file}: a picture says nothing to those who cannot see it")
        take_out(image, file)
    if "jp-RenderedText" in kinds:
        return f'<div class="output"><pre><code>{html.escape(piece.get_text())}</code></pre></div>'
    return f'<div class="output">{piece.decode_contents()}</div>'


def take_out(image: Tag, file: Path) -> None:
    """Put a picture that was written into the page into a file, fetched only where it is seen."""
    found = DATA.fullmatch(str(image.get("src")))
    if found is None:
        return
    content = base64.b64decode(found["content"])
    kind = found["kind"].partition("+")[0]
    name = f"picture-{hashlib.sha256(content).hexdigest()[:12]}.{kind}"
    (file.parent / name).write_bytes(content)
    image["src"] = name + found["scheme"]
    image["loading"] = "lazy"


def prose(piece: Tag) -> str:
    """Give a Markdown cell, its formulas marked for KaTeX."""
    for text in piece.find_all(string=TEX):
        if text.find_parent(["code", "pre"]) is None:
            marked = TEX.sub(mark, html.escape(text, quote=False))
            text.replace_with(BeautifulSoup(marked, "html.parser"))
    for paragraph in piece.find_all("p"):  # a paragraph cannot hold a display formula
        if paragraph.find("div"):
            paragraph.name = "div"
    return piece.decode_contents()


def mark(formula: re.Match[str]) -> str:
    """Mark one formula as pymdownx.arithmatex does."""
    if formula["display"]:
        return f'<div class="arithmatex">\\[{formula["display"]}\\]</div>'
    return f'<span class="arithmatex">\\({formula["inline"]}\\)</span>'


def link_contents(page: str, ids: list[str]) -> str:
    """Point the tables of contents, one for phones and one for desks, at the headings' ids."""
    tables = page.count(CONTENTS)
    if not tables or not ids:
        return page
    length = len(ENTRY.findall(page)) // tables
    # Material leaves the page's own title out of its contents.
    names = itertools.cycle(ids[len(ids) - length :])
    page = ENTRY.sub(lambda _: f'href="#{next(names)}" class="md-nav__link"', page)
    return SKIP.sub(f'<a href="#{ids[0]}" class="md-skip">', page)
