"""The wheels that the site serves, with public checks and no solution: the page's, a notebook's."""

from __future__ import annotations

import ast
import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from autograder.course import Course, setup_cell
from autograder.course import wheel as whole
from docs.builder.paths import DOCS, LANGUAGES, ROOT, BuildError

ENTRANCE = "autograder.frontends.page"
# The same content gives the same bytes, so that a reader's kept copy stays good.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def build() -> None:
    """Write the page's wheel into each language's assets/python/, and once the notebooks'."""
    content = wheel()
    for language in LANGUAGES:
        target = DOCS / language / "assets" / "python"
        target.mkdir(parents=True, exist_ok=True)
        for old in target.glob("*.whl"):
            old.unlink()
        (target / name()).write_bytes(content)
    kit = DOCS / LANGUAGES[0] / setup_cell.PLACE
    shutil.rmtree(kit, ignore_errors=True)
    kit.mkdir(parents=True)
    (kit / whole.name()).write_bytes(whole.content(Course(ROOT)))


def name() -> str:
    """Give the wheel's file name."""
    return f"kobai-{version('kobai')}-py3-none-any.whl"


def entry() -> dict[str, object]:
    """Give what the page must know of the wheel to trust it."""
    content = (DOCS / LANGUAGES[0] / "assets" / "python" / name()).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"name": name(), "for": "course", "bytes": len(content), "sha256": digest}


def wheel() -> bytes:
    """Give the bytes of the wheel."""
    stem = f"kobai-{version('kobai')}.dist-info"
    metadata = f"Metadata-Version: 2.4\nName: kobai\nVersion: {version('kobai')}\n"
    texts = {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files()}
    texts["autograder/course.toml"] = (ROOT / "course.toml").read_bytes()
    texts[f"{stem}/METADATA"] = metadata.encode()
    texts[f"{stem}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    texts[f"{stem}/RECORD"] = "".join(f"{path},,\n" for path in texts).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in texts.items():
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def files() -> list[Path]:
    """Give the modules that the entrance leads to, the public checks and the catalogues."""
    checks = sorted((ROOT / "autograder" / "checks").rglob("*.py"))
    found = set(checks)
    waiting = [ENTRANCE, *(name for check in checks for name in imported(check))]
    while waiting:
        file = module(waiting.pop())
        if file is not None and file not in found:
            found.add(file)
            waiting += imported(file)
    catalogues = sorted((ROOT / "autograder" / "language" / "locale").rglob("*.mo"))
    if not catalogues:
        raise BuildError(
            "autograder/language/locale has no compiled catalogue: run `make site`, which makes it"
        )
    return sorted({*found, *catalogues})


def module(name: str) -> Path | None:
    """Give the file of a module of ours, or None."""
    path = ROOT.joinpath(*name.split("."))
    return next(
        (file for file in (path / "__init__.py", path.with_suffix(".py")) if file.exists()), None
    )


def imported(file: Path) -> Iterator[str]:
    """Give the modules of ours that a file imports, and the packages that they lie in."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for one in names:
            parts = one.split(".")
            if parts[0] == "autograder":
                yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))
