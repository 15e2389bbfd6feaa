"""What an exercise's file brings along: the student's own modules, small data files."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from autograder.language import Text, _
from autograder.submission import names, opening
from autograder.submission.entries import is_junk
from autograder.submission.model import Submission
from autograder.submission.reading import from_bytes, largest, read

# A module and a table of an exercise have a few kilobytes.
MOST_FILES = 64
LARGEST_FILE = 256 << 10
LARGEST_ALL = 1 << 20
MOST_LISTED = 2_000
DEEPEST = 3
PROGRAMS = {".py", ".ipynb"}
DATA = {".csv", ".tsv", ".txt", ".dat", ".json", ".npy", ".npz", ".toml", ".yaml", ".yml", ".xml"}
# A file of these names would hide a module that everything here needs.
TAKEN = {*sys.stdlib_module_names, "autograder", "matplotlib", "mpl_toolkits", "numpy", "PIL"}
IMPORTED = re.compile(r"(?:^|[;:])[ \t]*(?:import|from)[ \t]([^\n]{1,400})", re.MULTILINE)
WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Neighbour:
    """A file that lies beside an exercise's, or in a folder there.

    Attributes:
        way: from the exercise's folder, with "/" between its parts.
        content: reads at most so many bytes, or raises RefusedError.
    """

    way: str
    content: Callable[[int], bytes]

    @property
    def module(self) -> str:
        """The name by which a program imports it, or "" where it is no module."""
        path = PurePosixPath(self.way)
        if path.suffix.lower() not in PROGRAMS:
            return ""
        steps = path.with_suffix("").parts
        steps = steps[:-1] if len(steps) > 1 and steps[-1] == "__init__" else steps
        return ".".join(steps) if all(step.isidentifier() for step in steps) else ""


@dataclass
class _Luggage:
    """What comes along so far, and what does not."""

    modules: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)
    room: int = LARGEST_ALL

    def has_room(self, size: int) -> bool:
        """Take so many bytes out of the room, if they are there."""
        is_full = size > self.room or len(self.modules) + len(self.files) >= MOST_FILES
        self.room -= 0 if is_full else size
        return not is_full


def read_whole(
    path: Path, exercises: Sequence[str], student: str = "", exercise: str | None = None
) -> Submission:
    """Read one .py or .ipynb with what it brings along from its folder; see `reading.read`."""
    return with_beside(read(path, student, exercise), in_folder(path), exercises)


def with_beside(
    submission: Submission, neighbours: Iterable[Neighbour], exercises: Sequence[str]
) -> Submission:
    """Return a submission with what it brings along, and a note on what cannot come.

    Modules come along where a program imports them, small data files where it names them.

    Args:
        submission: as it was read.
        neighbours: the student's other files, by their way from this one's folder.
        exercises: the stems of the exercises; their files are submissions of their own.
    """
    if submission.problem is not None:
        return submission
    known = {one.way: one for one in neighbours if not _is_exercise(one.way, exercises)}
    luggage = _Luggage()
    sources = [submission.source]
    waiting = {one.module: one for one in known.values() if one.module}
    while sources:
        wanted = imported(sources.pop())
        for module in [name for name in waiting if name.partition(".")[0] in wanted]:
            source = _module(waiting.pop(module), luggage)
            if source is not None and module not in submission.modules:
                luggage.modules[module] = source
                sources.append(source)
    text = "\n".join([submission.source, *luggage.modules.values()])
    for one in sorted(known.values(), key=lambda one: one.way):
        path = PurePosixPath(one.way)
        if path.suffix.lower() in DATA and path.name in text:
            _take(one, luggage)
    came = [*sorted(luggage.modules), *sorted(luggage.files)]
    if came:
        luggage.notes.insert(
            0,
            _("These files of yours came along: {names}.").format(
                names=names.shown(", ".join(came), 200)
            ),
        )
    return replace(
        submission,
        modules={**luggage.modules, **submission.modules},
        files=luggage.files,
        notes=(*submission.notes, *luggage.notes[:5]),
    )


def in_folder(path: Path) -> list[Neighbour]:
    """Return what lies beside a file on a disk, in its folder and a little below."""
    found: list[Neighbour] = []
    _walk(path.parent, path.parent, path.name, found)
    return found


def _walk(root: Path, folder: Path, own: str, found: list[Neighbour]) -> None:
    depth = len(folder.relative_to(root).parts)
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return
    for one in inside:
        if len(found) >= MOST_LISTED or is_junk(one.name) or one.name.startswith("."):
            continue
        suffix = one.suffix.lower()
        if suffix in PROGRAMS | DATA and not (depth == 0 and one.name == own):
            way = one.relative_to(root).as_posix()
            found.append(Neighbour(way, _reader(one, root)))
        elif depth + 1 < DEEPEST and not suffix and one.is_dir() and not one.is_symlink():
            _walk(root, one, own, found)


def _reader(path: Path, root: Path) -> Callable[[int], bytes]:
    return lambda limit: opening.content(path, root, limit)


def _module(one: Neighbour, luggage: _Luggage) -> str | None:
    """Return the program of a module; what keeps it from coming along is noted."""
    if one.module.partition(".")[0] in TAKEN:
        luggage.notes.append(
            _("{name} does not come along: Python has a module of that name.").format(
                name=names.shown(one.way)
            )
        )
        return None
    try:
        data = one.content(largest(one.way))
    except opening.RefusedError as refusal:
        luggage.notes.append(_left(one, refusal.text))
        return None
    if not data.strip():
        return ""  # an empty __init__.py is a module
    found = from_bytes(data, Submission("", one.module, Path(one.way), ""))
    if found.problem is not None or not luggage.has_room(len(found.source)):
        luggage.notes.append(_left(one, found.problem or _full()))
        return None
    return found.source


def _take(one: Neighbour, luggage: _Luggage) -> None:
    try:
        data = one.content(LARGEST_FILE)
        why = None if luggage.has_room(len(data)) else _full()
    except opening.RefusedError as refusal:
        why = refusal.text
    if why is None:
        luggage.files[one.way] = data
    else:
        luggage.notes.append(_left(one, why))


def _left(one: Neighbour, why: Text) -> Text:
    return _("{name} does not come along: {reason}").format(name=names.shown(one.way), reason=why)


def _full() -> Text:
    return _("at most {most} files and {size:.0f} MB come along.").format(
        most=MOST_FILES, size=LARGEST_ALL / 2**20
    )


def imported(source: str) -> set[str]:
    """Return the words behind `import` and `from`: the modules among them come along."""
    return {word for line in IMPORTED.findall(source) for word in WORD.findall(line)}


def _is_exercise(way: str, exercises: Sequence[str]) -> bool:
    path = PurePosixPath(way)
    return path.suffix.lower() in PROGRAMS and path.stem in exercises
