"""The files of a place, whether they lie in a folder or in an archive, or in one in the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.language import Text, _
from autograder.submission import archives, opening

MOST_ENTRIES = 1_000_000
# Of one student, or of one section of a class.
MOST_OWN = 5_000
DEEPEST_FOLDER = 16
DEEPEST_ARCHIVE = 3
LARGEST_NESTED = 64 << 20
# Of all archives that one student packed, read to list what is in them.
MOST_NESTED_BYTES = 192 << 20
MOST_ARCHIVES = 50
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
    def visible(self) -> tuple[str, ...]:
        """The part of its way that lies outside a student's own archive."""
        for index, part in enumerate(self.parts[:-1], start=1):
            if part.lower().endswith(".zip"):
                return self.parts[:index]
        return self.parts

    @property
    def is_archived(self) -> bool:
        """Whether it lies in a student's own archive."""
        return self.visible != self.parts

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
    """Return every file of a folder or an archive, sorted; they can be read until it is left.

    Raises:
        OSError: the place cannot be read.
        archives.ArchiveError: the place is a damaged archive.
        TooManyError: it has no end.
    """
    if place.is_dir():
        yield _counted(_Folder(place).entries())
    else:
        # The instructor's own download: as large as it is, and perhaps behind a link of theirs.
        with place.open("rb") as file:
            members = archives.members(file)
            budgets = _Budgets(_depth([item.parts for item in members]))
            yield _counted(
                one for item in members for one in budgets.opened(_member(item, ()), depth=0)
            )


def _counted(entries: Iterator[Entry]) -> list[Entry]:
    files: list[Entry] = []
    for entry in entries:
        if len(files) >= MOST_ENTRIES:
            raise TooManyError
        files.append(entry)
    return sorted(files, key=lambda entry: entry.parts)


def _depth(paths: Sequence[tuple[str, ...]]) -> int:
    """Return how many folders lie around everything that no tool has made."""
    own = [parts[:-1] for parts in paths if not any(map(is_junk, parts))]
    first, last = (min(own), max(own)) if own else ((), ())
    pairs = list(zip(first, last, strict=False))
    return next((index for index, (one, other) in enumerate(pairs) if one != other), len(pairs))


@dataclass
class _Budget:
    """What one student's own files may still take of our time and memory."""

    entries: int = MOST_OWN
    archived: int = MOST_NESTED_BYTES
    archives: int = MOST_ARCHIVES


class _Budgets:
    """Opens students' archives, each within the budget of whose it is.

    Args:
        around: how many folders lie around the class.
    """

    def __init__(self, around: int) -> None:
        self._around = around
        self._budgets: dict[tuple[str, ...], _Budget] = {}
        # Only the last archive that was read: its files are usually read one after the other.
        self._last: tuple[tuple[str, ...], bytes] = ((), b"")

    def opened(self, entry: Entry, depth: int) -> Iterator[Entry]:
        """Return a file, or in place of a student's archive the files in it."""
        budget = self._budgets.setdefault(entry.parts[: self._around + 1], _Budget())
        if budget.entries < 0:
            return
        budget.entries -= 1
        if budget.entries < 0:
            yield _refused(
                entry.parts, _("there are more than {most} files here").format(most=MOST_OWN)
            )
        elif not entry.name.lower().endswith(".zip") or entry.refused or entry.is_junk:
            yield entry
        elif depth >= DEEPEST_ARCHIVE or budget.archives == 0:
            yield _refused(entry.parts, _("too many archives inside each other"))
        else:
            yield from self._inside(entry, budget, depth)

    def _inside(self, entry: Entry, budget: _Budget, depth: int) -> Iterator[Entry]:
        """Return the files of a student's archive; whatever is wrong with it costs only itself."""
        budget.archives -= 1
        try:
            size = len(self._data(entry, min(LARGEST_NESTED, budget.archived)))
            budget.archived -= size
            nested = archives.members_of(lambda: self._data(entry, LARGEST_NESTED))
        except (opening.RefusedError, archives.ArchiveError) as fault:
            yield _refused(entry.parts, fault.text)
        except Exception as fault:  # noqa: BLE001 -- a stranger's bytes end themselves, no class
            yield _refused(
                entry.parts,
                _("the archive cannot be read ({reason})").format(reason=type(fault).__name__),
            )
        else:
            for member in nested:
                yield from self.opened(_member(member, entry.parts), depth + 1)

    def _data(self, entry: Entry, limit: int) -> bytes:
        if self._last[0] != entry.parts:
            self._last = (), b""
            self._last = entry.parts, entry.content(limit)
        return self._last[1]


class _Folder:
    """Walks a folder.

    Args:
        root: the folder; no link below it is followed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._around = 0
        self._budgets = _Budgets(0)
        self._owners: set[tuple[str, ...]] = set()
        self._linked: set[tuple[str, ...]] = set()

    def entries(self) -> Iterator[Entry]:
        """Return every file below."""
        self._around = _folders_around(self._root)
        self._budgets = _Budgets(self._around)
        yield from self._below(self._root, ())

    def _below(self, folder: Path, parts: tuple[str, ...]) -> Iterator[Entry]:
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
                    yield from self._in_readable(folder / item.name, below)
            else:
                yield from self._budgets.opened(self._file(item, below), depth=0)

    def _in_readable(self, folder: Path, parts: tuple[str, ...]) -> Iterator[Entry]:
        """Return the files of a student's folder; one that stays shut is told."""
        try:
            yield from self._below(folder, parts)
        except OSError as fault:
            yield _refused(parts, _("cannot be opened: {reason}").format(reason=fault.strerror))

    def _file(self, item: os.DirEntry[str], parts: tuple[str, ...]) -> Entry:
        status = item.stat(follow_symlinks=False)
        owner = parts[: self._around + 1]
        self._owners.add(owner)
        if status.st_nlink > 1:
            self._linked.add(owner)

        def content(limit: int) -> bytes:
            return opening.content(Path(item.path), self._root, limit, linked=self._is_copy)

        return Entry(parts, status.st_mtime, content)

    @property
    def _is_copy(self) -> bool:
        """Whether the class was copied by hard links, which no student does to others' files."""
        return len(self._linked) > max(1, len(self._owners) // 2)


def _folders_around(root: Path) -> int:
    """Return how many folders lie around a class, one in the other, with nothing beside."""
    folder = root
    for depth in range(DEEPEST_FOLDER):
        with os.scandir(folder) as listing:
            own = [item for item in listing if not is_junk(item.name)]
        if len(own) != 1 or not own[0].is_dir(follow_symlinks=False):
            return depth
        folder = folder / own[0].name
    return DEEPEST_FOLDER


def _member(member: archives.Member, parts: tuple[str, ...]) -> Entry:
    return Entry((*parts, *member.parts), member.modified, member.content, member.refused)


def _refused(parts: tuple[str, ...], why: Text) -> Entry:
    def content(limit: int) -> bytes:  # noqa: ARG001
        raise opening.RefusedError(why)

    return Entry(parts, 0.0, content, why)


def _is_junction(item: os.DirEntry[str]) -> bool:
    return bool(getattr(item, "is_junction", lambda: False)())
