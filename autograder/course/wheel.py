"""The installed package as a wheel, written as PEP 427 says, without network or build tools."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from autograder.course import PACKAGE, Course, settings

DISTRIBUTION = "kobai"
MOMENT = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}
WHEEL = "Wheel-Version: 1.0\nGenerator: kobai\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def name() -> str:
    """Return the wheel's file name."""
    return f"{DISTRIBUTION}-{distribution(DISTRIBUTION).version}-py3-none-any.whl"


def content(course: Course) -> bytes:
    """Return the wheel of this package; it brings the course along whose checks lie in it."""
    buffer = io.BytesIO()
    records = []
    info = f"{DISTRIBUTION}-{distribution(DISTRIBUTION).version}.dist-info"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, data in _members(course, info):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
            records.append(f"{place},sha256={digest.decode()},{len(data)}")
            put(archive, place, data)
        put(archive, f"{info}/RECORD", "\n".join([*records, f"{info}/RECORD,,", ""]).encode())
    return buffer.getvalue()


def put(archive: zipfile.ZipFile, place: str, data: bytes) -> None:
    """Write a member without the time of day: the same content gives the same bytes."""
    member = zipfile.ZipInfo(place, MOMENT)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    archive.writestr(member, data)


def below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, in order, caches left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not LEFT_OUT & set(path.relative_to(folder).parts):
            yield path


def _members(course: Course, info: str) -> Iterator[tuple[str, bytes]]:
    for path in below(PACKAGE):
        # A catalogue's source holds the sentences of hidden checks as those write them.
        if path != PACKAGE / settings.FILE and path.suffix != ".po":
            yield f"autograder/{path.relative_to(PACKAGE).as_posix()}", path.read_bytes()
    settings_of = course.file if course.checks.is_relative_to(PACKAGE) else Course().file
    yield f"autograder/{settings.FILE}", settings_of.read_bytes()
    known = distribution(DISTRIBUTION)
    for part in ("METADATA", "entry_points.txt"):
        yield f"{info}/{part}", (known.read_text(part) or "").encode()
    yield f"{info}/WHEEL", WHEEL.encode()
