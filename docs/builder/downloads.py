"""Lay beside the pages what they link to: each exercise, to be downloaded, and screenshots."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import jupytext

from docs.builder.paths import DOCS, LANGUAGES, ROOT, BuildError

# What only the page can show, and links that lead nowhere from a reader's own folder.
WIDGET = re.compile(r"<(kobai-\w+)\b.*?</\1>\s*", re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)\.(?:md|py)(#[^)]*)?\)")


def copy(url: str) -> None:
    """Copy the exercises and screenshots, and make notebooks of the lessons that are programs."""
    stubs = sorted((ROOT / "exercises").glob("*.py"))
    if not stubs:
        raise BuildError("exercises/ has no stub to offer: run `autograder release` first")
    notebooks = [stub.parent / "minimum" / f"{stub.stem}.ipynb" for stub in stubs]
    missing = [str(notebook.relative_to(ROOT)) for notebook in notebooks if not notebook.exists()]
    if missing:
        raise BuildError(f"{', '.join(missing)} not found: run `autograder release` first")
    for language in LANGUAGES:
        target = DOCS / language / "assets" / "exercises"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for file in (*stubs, *notebooks):
            shutil.copy(file, target)
        for lesson in (DOCS / language / "lessons").glob("*.py"):
            write_notebook(lesson, target, f"{url}ja/" if language == "ja" else url)
        pictures = DOCS / language / "assets" / "screenshots"
        pictures.mkdir(exist_ok=True)
        shutil.copy(DOCS / "screenshots" / "formgrader.png", pictures)


def write_notebook(lesson: Path, target: Path, home: str) -> None:
    """Write a lesson as a notebook to run beside one's own exercises; home is our address."""
    notebook = jupytext.read(lesson)
    for cell in notebook.cells:
        cell.metadata.pop("alt", None)
        if cell.cell_type == "markdown":
            text = WIDGET.sub("", cell.source)
            text = LINK.sub(lambda link: f"]({home}lessons/{link[1]}/{link[2] or ''})", text)
            cell.source = text.replace(f"](../assets/exercises/{lesson.stem}.ipynb)", "](.)")
    jupytext.write(notebook, target / f"{lesson.stem}.ipynb")
