"""The translation catalogue: `python -m tools.catalogue` gathers what there is to translate."""

from __future__ import annotations

import argparse
import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from autograder.course.exercise import PREFIX
from autograder.language import CATALOGUES, DOMAIN

ROOT = Path(__file__).parents[1]
PO = CATALOGUES / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"
HEADER = """\
# The Japanese of what the autograder says.
# Written by people who teach, for first-year students: です・ます, short, exact.
# `make messages` brings it up to date; a test fails on what is missing or stale.

msgid ""
msgstr ""
"Language: ja\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
WIDTH = 96

JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
WORD = re.compile(r"[A-Za-z]{2,}")
CODE = re.compile(r"`[^`]*`")

PYTHON = ("autograder/**/*.py", "solutions/checks/*.py")
TEMPLATES = ("autograder/report/templates/*.html",)
CHECKS = ("autograder/checks/check_*.py", "solutions/checks/check_*.py")


def template(root: Path = ROOT) -> Catalog:
    """Give every sentence of the sources, in their order, with the files that say it."""
    catalogue = Catalog(project="Kobai", charset="utf-8")
    for file, line, sentence in sorted(sentences(root)):
        flags = ["python-brace-format"] if placeholders(sentence) else []
        catalogue.add(sentence, locations=[(file, line)], flags=flags)
    return catalogue


def sentences(root: Path = ROOT) -> Iterator[tuple[str, int, str]]:
    """Give each sentence of the sources, with its file and line."""
    for patterns, method in ((PYTHON, "python"), (TEMPLATES, "jinja2.ext:babel_extract")):
        for file in _files(root, patterns):
            for line, message, *_rest in extract_from_file(method, file, keywords={"_": None}):
                if message:
                    yield file.relative_to(root).as_posix(), line, str(message)
    for file in _files(root, CHECKS):
        for line, title in titles(file.read_text(encoding="utf-8")):
            yield file.relative_to(root).as_posix(), line, title


def titles(source: str) -> Iterator[tuple[int, str]]:
    """Give the titles of a file's checks, the first lines of their docstrings, and their lines."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith(PREFIX):
            title = (ast.get_docstring(node) or "").partition("\n")[0]
            if title:
                yield node.lineno, title


def _files(root: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted({file for pattern in patterns for file in root.glob(pattern)})


def placeholders(sentence: str) -> set[str]:
    """Give the names in braces of a sentence, with their formats.

    Raises:
        ValueError: a brace stands alone.
    """
    return {
        f"{name}!{conversion}:{form}"
        for _text, name, form, conversion in string.Formatter().parse(sentence)
        if name is not None
    }


def load(file: Path = PO) -> Catalog:
    """Read the catalogue; an empty one where there is none yet."""
    if not file.exists():
        return Catalog(locale="ja", charset="utf-8")
    with file.open("rb") as content:
        return read_po(content, locale="ja")


def update(file: Path = PO, root: Path = ROOT) -> None:
    """Bring the catalogue up to date; what changed a little is marked fuzzy."""
    catalogue = load(file)
    catalogue.update(template(root))
    save(catalogue, file)


def save(catalogue: Catalog, file: Path = PO) -> None:
    """Write a catalogue in alphabetical order, without dates and places: they change daily."""
    text = io.BytesIO()
    write_po(
        text,
        catalogue,
        width=WIDTH,
        omit_header=True,
        ignore_obsolete=True,
        no_location=True,
        sort_output=True,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(HEADER.encode("utf-8") + text.getvalue())


def compile_catalogue(file: Path = PO) -> Path:
    """Write what gettext reads, beside the catalogue."""
    target = file.with_suffix(".mo")
    with target.open("wb") as content:
        write_mo(content, load(file))
    return target


def problems(catalogue: Catalog, sources: Catalog) -> Iterator[str]:
    """Say what is wrong with a catalogue: one line for each sentence that needs a translator."""
    for message in sources:
        if message.id:
            known = catalogue.get(message.id)
            if known is None or not known.string:
                yield f"missing: {message.id!r} ({_where(message)})"
    for message in catalogue:
        if not message.id:
            continue
        if message.id not in sources:
            yield f"stale: {message.id!r} is said nowhere"
        elif message.fuzzy:
            yield f"fuzzy: {message.id!r} ({_where(message)})"
        elif message.string:
            yield from (
                f"{fault}: {message.id!r}" for fault in faults(str(message.id), str(message.string))
            )
    for obsolete in catalogue.obsolete:
        yield f"obsolete: {obsolete!r} is said nowhere"


def faults(sentence: str, japanese: str) -> Iterator[str]:
    """Say what is wrong with one translation, as far as a machine can tell."""
    try:
        if placeholders(sentence) != placeholders(japanese):
            yield "other names in braces"
    except ValueError:
        yield "a brace stands alone"
        return
    if set(CODE.findall(sentence)) != set(CODE.findall(japanese)):
        yield "other code between backticks"
    if WORD.search(re.sub(r"\{.*?\}", "", sentence)) and not JAPANESE.search(japanese):
        yield "not in Japanese"
    for words in (sentence, japanese):
        if words.count("“") != words.count("”") or words.count("「") != words.count("」"):
            yield "a quotation that does not end"


def _where(message: Message) -> str:
    return ", ".join(sorted({file for file, _line in message.locations}))


def main(arguments: list[str] | None = None) -> int:
    """Gather, check or compile; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.catalogue", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if work is left")
    parser.add_argument("--compile", action="store_true", help="only write what gettext reads")
    options = parser.parse_args(arguments)
    if not options.check and not options.compile:
        update()
    if not options.check:
        print(f"written: {compile_catalogue().relative_to(ROOT)}")
    if options.compile:
        return 0
    found = list(problems(load(), template()))
    print("\n".join(found) or "every sentence has its translation")
    return 1 if found and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
