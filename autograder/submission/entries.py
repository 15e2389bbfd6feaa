"""The files of a place, whether they lie in a folder or in an archive, or in one in the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.language import Text, _
from autograder.submission import archives, opening

MOST_ENTRIES = 200_000
DEEPEST_FOLDER = 16
DEEPEST_ARCHIVE = 3
LARGEST_NESTED = 64 << 20
# Made by systems and tools, never by a student.
JUNK = {
    *("__MACOSX", "__pycache__", ".git", ".ipynb_checkpoints", ".venv", "venv", "node_modules"),
    *(".DS_Store", "Thumbs.db", "desktop.ini", "timestamp.txt", "receipt.json", ".idea", ".vscode"),
}


@dataclass(frozen=True)
class Entry:
    """One file of a place.

    Attributes:
        parts: its way from the place; a part that is an archive keeps its ending.
        modified: when it was last changed, in seconds; good for comparing, no more.
        content: reads at most so many bytes, or raises RefusedError.
        refused: why it is not read, or None.
    """

    parts: tuple[str, ...]
    modified: float
    content: Callable[[int], bytes]
    refused: Text | None = None

    @property
    def name(self) -> str:
        """The name of the file itself."""
        return self.parts[-1]

    @property
    def is_archived(self) -> bool:
        """Whether it lies in a student's own archive."""
        return any(part.lower().endswith(".zip") for part in self.parts[:-1])

    @property
    def is_junk(self) -> bool:
        """Whether a system or a tool made it."""
        return any(map(is_junk, self.parts))


def is_junk(name: str) -> bool:
    """Tell whether a system or a tool gives this name to what it makes."""
    return name in JUNK or name.startswith("._")


class TooManyError(Exception):
    """More files than any class hands in."""


@contextmanager
def of(place: Path) -> Iterator[list[Entry]]:
    """Give every file of a folder or an archive, sorted; they can be read until it is left.

    Raises:
        OSError: the place cannot be read.
        archives.ArchiveError: the place is a damaged archive.
        TooManyError: it has no end.
    """
    if place.is_dir():
        yield _counted(_in_folder(place, place, ()))
    else:
        # The instructor's own download: as large as it is, and perhaps behind a link of theirs.
        with place.open("rb") as file:
            members = archives.members(file)
            yield _counted(one for item in members for one in _opened(_member(item, ()), depth=0))


def _counted(entries: Iterator[Entry]) -> list[Entry]:
    files: list[Entry] = []
    for entry in entries:
        if len(files) >= MOST_ENTRIES:
            raise TooManyError
        files.append(entry)
    return sorted(files, key=lambda entry: entry.parts)


def _in_folder(root: Path, folder: Path, parts: tuple[str, ...]) -> Iterator[Entry]:
    with os.scandir(folder) as listing:
        found = sorted(listing, key=lambda item: item.name)
    if not found and parts:
        yield _refused((*parts, ""), _("an empty folder"))
    for item in found:
        below = (*parts, item.name)
        if item.is_dir(follow_symlinks=False) and not _is_junction(item):
            if item.name in JUNK:
                yield _refused(below, _("made by a system or a tool"))
            elif len(below) > DEEPEST_FOLDER:
                yield _refused(below, _("too many folders inside each other"))
            else:
                yield from _in_readable(root, folder / item.name, below)
        else:
            yield from _file(root, Path(item.path), below, _modified(item))


def _in_readable(root: Path, folder: Path, parts: tuple[str, ...]) -> Iterator[Entry]:
    """Give the files of a student's folder; one that stays shut is told."""
    try:
        yield from _in_folder(root, folder, parts)
    except OSError as fault:
        yield _refused(parts, _("cannot be opened: {reason}").format(reason=fault.strerror))


def _file(root: Path, path: Path, parts: tuple[str, ...], modified: float) -> Iterator[Entry]:
    def content(limit: int) -> bytes:
        return opening.content(path, root, limit)

    yield from _opened(Entry(parts, modified, content), depth=0)


def _member(member: archives.Member, parts: tuple[str, ...]) -> Entry:
    return Entry((*parts, *member.parts), member.modified, member.content, member.refused)


def _opened(entry: Entry, depth: int) -> Iterator[Entry]:
    """Give the files of a student's archive in place of the archive."""
    if not entry.name.lower().endswith(".zip") or entry.refused or entry.is_junk:
        yield entry
        return
    if depth >= DEEPEST_ARCHIVE:
        yield _refused(entry.parts, _("too many archives inside each other"))
        return
    try:
        nested = archives.members_of(entry.content(LARGEST_NESTED))
    except opening.RefusedError as refusal:
        yield _refused(entry.parts, refusal.text)
    except archives.ArchiveError as fault:
        yield _refused(entry.parts, fault.text)
    else:
        for member in nested:
            yield from _opened(_member(member, entry.parts), depth + 1)


def _refused(parts: tuple[str, ...], why: Text) -> Entry:
    def content(limit: int) -> bytes:  # noqa: ARG001
        raise opening.RefusedError(why)

    return Entry(parts, 0.0, content, why)


def _modified(item: os.DirEntry[str]) -> float:
    return item.stat(follow_symlinks=False).st_mtime


def _is_junction(item: os.DirEntry[str]) -> bool:
    return bool(getattr(item, "is_junction", lambda: False)())
