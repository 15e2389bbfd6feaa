"""Zip archives from strangers: counted before they are read, never unpacked, no way out of them."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO

from autograder.language import Text, UserError, _
from autograder.submission.opening import RefusedError, too_large
from autograder.submission.spelling import Spelling

# An entry takes 46 bytes and its name in the directory at the archive's end.
LARGEST_DIRECTORY = 16 << 20
MOST_MEMBERS = 100_000
# What one student packs: twenty times a large homework.
LARGEST_OWN_DIRECTORY = 1 << 20
MOST_OWN_MEMBERS = 2_000
READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
UTF8_NAME = 0x800
ENCRYPTED = 0x1
# What zipfile raises on damaged archives: names that are no UTF-8 are a ValueError, for one.
FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, OverflowError, IndexError),
)
END = b"PK\x05\x06"
END_SIZE = 22
LONGEST_COMMENT = 0xFFFF


class ArchiveError(UserError):
    """An archive that cannot be read; ``text`` says why."""


@dataclass(frozen=True)
class Member:
    """One file of an archive; see Entry."""

    parts: tuple[str, ...]
    modified: float
    content: Callable[[int], bytes]
    refused: Text | None = None


def members_of(source: Callable[[], bytes]) -> list[Member]:
    """Return the files of a student's archive, which is read again for each of them.

    Nothing of it stays in memory: a class of large archives takes no more room than one.

    Raises:
        ArchiveError: as in `members`.
        RefusedError: the archive itself is not read.
    """
    infos = _infos(_archive(io.BytesIO(source()), LARGEST_OWN_DIRECTORY), MOST_OWN_MEMBERS)
    return _members(infos, lambda: zipfile.ZipFile(io.BytesIO(source())))


def members(file: IO[bytes]) -> list[Member]:
    """Return the files of an archive; it stays open as long as one of them is held.

    Raises:
        ArchiveError: it is damaged, or no archive, or its directory is too long.
    """
    archive = _archive(file, LARGEST_DIRECTORY)
    return _members(_infos(archive, MOST_MEMBERS), lambda: archive)


def _archive(file: IO[bytes], largest: int) -> zipfile.ZipFile:
    _require_modest(file, largest)
    try:
        return zipfile.ZipFile(file)
    except FAULTS as fault:
        raise _damaged(fault) from fault


def _infos(archive: zipfile.ZipFile, most: int) -> list[zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > most:
        raise ArchiveError(_("the archive holds more than {most} files").format(most=most))
    return [info for info in infos if not info.is_dir()]


def _members(infos: list[zipfile.ZipInfo], opened: Callable[[], zipfile.ZipFile]) -> list[Member]:
    spelling = Spelling.of(_raw(info) for info in infos if not info.flag_bits & UTF8_NAME)
    return [_member(opened, info, spelling) for info in infos]


def _require_modest(file: IO[bytes], largest: int) -> None:
    """Refuse a directory of files that would not fit into memory, before it is read."""
    file.seek(0, io.SEEK_END)
    size = file.tell()
    file.seek(max(0, size - END_SIZE - LONGEST_COMMENT))
    tail = file.read()
    at = len(tail) - END_SIZE
    if not (at >= 0 and tail[at : at + 4] == END and tail[-2:] == b"\0\0"):
        at = tail.rfind(END)
    if at < 0 or at + END_SIZE > len(tail):
        raise _damaged(zipfile.BadZipFile("no directory"))
    # With 0xFFFFFFFF the true size stands in the Zip64 record, which no class's archive needs.
    (directory,) = struct.unpack_from("<I", tail, at + 12)
    if directory > largest:
        raise ArchiveError(_("the archive holds too many files"))
    file.seek(0)


def _member(
    opened: Callable[[], zipfile.ZipFile], info: zipfile.ZipInfo, spelling: Spelling
) -> Member:
    parts, refused = _parts(info, spelling)
    if refused is None:
        refused = _refusal(info)

    def content(limit: int) -> bytes:
        if refused is not None:
            raise RefusedError(refused)
        return _read(opened, info, limit)

    return Member(parts, _modified(info), content, refused)


def _refusal(info: zipfile.ZipInfo) -> Text | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return _("a link inside the archive, and links are not followed")
    if info.flag_bits & ENCRYPTED:
        return _("locked with a password")
    if info.compress_type not in READABLE:
        return _("packed in a way that is not read; pack it again with the system's own tool")
    return None


def _read(opened: Callable[[], zipfile.ZipFile], info: zipfile.ZipInfo, limit: int) -> bytes:
    """Read one file, and no more of it than the limit, whatever its header claims."""
    try:
        with opened().open(info) as file:
            data = file.read(limit + 1)
    except FAULTS as fault:
        raise RefusedError(_("damaged inside the archive; ask for it again")) from fault
    if len(data) > limit:
        raise RefusedError(too_large(max(len(data), info.file_size), limit))
    return data


def _parts(info: zipfile.ZipInfo, spelling: Spelling) -> tuple[tuple[str, ...], Text | None]:
    """Return the way to a file, and why it is not gone, if it leads out of the archive."""
    name = info.orig_filename
    if not info.flag_bits & UTF8_NAME:
        name = spelling.read(_raw(info))
    steps = name.replace("\\", "/").split("/")
    parts = tuple(step for step in steps if step not in ("", "."))
    if not parts:
        return ("?",), _("it has no name")
    if ".." in parts or name.startswith(("/", "\\")) or parts[0][1:2] == ":":
        return parts, _("its path leads out of the archive")
    return parts, None


def _raw(info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a name that is not marked as UTF-8; zipfile reads those as CP437."""
    return info.orig_filename.encode("cp437", "replace")


def _modified(info: zipfile.ZipInfo) -> float:
    try:
        return datetime(*info.date_time, tzinfo=UTC).timestamp()
    except ValueError:
        return 0.0


def _damaged(fault: Exception) -> ArchiveError:
    return ArchiveError(
        _("the archive is damaged or not a zip ({reason}); download it again").format(reason=fault)
    )
