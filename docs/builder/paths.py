"""Where the parts of the site lie, and how a step knows that its inputs have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
WEB = DOCS / "web"
SITE = ROOT / "site"
# The colours and the type of everything that the course shows.
PALETTE = ROOT / "autograder" / "report" / "templates" / "palette.css"
CACHE = ROOT / ".cache" / "site"
LANGUAGES = ("en", "ja")


class BuildError(Exception):
    """The site cannot be built; the text says what was found and what to do."""


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """Give a key that changes when a file's name or content changes, or one of the words."""
    digest = hashlib.sha256("\0".join(words).encode())
    for file in sorted(files):
        digest.update(f"\0{file.relative_to(ROOT)}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_fresh(name: str, key: str) -> bool:
    """Tell whether the step of that name last ended with that key."""
    mark = CACHE / f"{name}.key"
    return mark.exists() and mark.read_text() == key


def remember(name: str, key: str) -> None:
    """Note that the step of that name ended well with that key."""
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / f"{name}.key").write_text(key)
