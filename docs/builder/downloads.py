"""Lay beside the pages what they link to: each exercise, to be downloaded, and screenshots."""

from __future__ import annotations

import shutil

from docs.builder.paths import DOCS, LANGUAGES, ROOT, BuildError


def copy() -> None:
    """Copy exercises/NAME.py and exercises/minimum/NAME.ipynb, and the screenshots of guides."""
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
        pictures = DOCS / language / "assets" / "screenshots"
        pictures.mkdir(exist_ok=True)
        shutil.copy(DOCS / "screenshots" / "formgrader.png", pictures)
