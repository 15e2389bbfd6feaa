"""Whether site/ is still what its sources give, so that it need not be built again."""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from docs.builder import node
from docs.builder.paths import DOCS, LANGUAGES, ROOT, SITE, fingerprint, is_fresh, remember

NAME = "whole"
FOLDERS = ("autograder", "bench", "docs", "examples", "exercises", "solutions")
# What the builder itself writes there.
WRITTEN = (
    *(DOCS / language / "assets" for language in LANGUAGES),
    DOCS / "en" / "decisions",
    DOCS / "web" / "node_modules",
)


def key(url: str) -> str:
    """Give a key of everything that the site is made from: sources, libraries, its address."""
    packages = Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info")
    libraries = sorted(package.name for package in packages)
    return fingerprint(sources(), url, sys.version, str(node.command()), *libraries)


def sources() -> Iterator[Path]:
    """Give every file that the builder may read, and none that it writes."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix != ".pyc" and not _is_written(path):
                yield path


def holds(key: str) -> bool:
    """Say whether the site was built from this, and no file of it was touched since."""
    return is_fresh(NAME, key + _listing())


def note(key: str) -> None:
    """Take note that the site has just been built from this."""
    remember(NAME, key + _listing())


def _is_written(path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in WRITTEN)


def _listing() -> str:
    """Give a digest of every file of the site: its name, its size and when it was written."""
    digest = hashlib.sha256()
    for path in sorted(SITE.rglob("*")):
        seen = path.stat()
        digest.update(f"{path}\0{seen.st_size}\0{seen.st_mtime_ns}\0".encode())
    return digest.hexdigest()
