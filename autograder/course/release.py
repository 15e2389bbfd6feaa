"""From solutions/ to what students get: plain stubs and notebooks, and whether they are fresh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.course import notebooks
from autograder.course.notebooks import ReleaseError
from autograder.language import _
from autograder.verdict import files

__all__ = ["ASSIGNMENT", "Release", "ReleaseError", "release"]

ASSIGNMENT = "minimum"


@dataclass(frozen=True)
class Release:
    """The generated files of a course, compared with what solutions/ gives now.

    Attributes:
        fresh: files that are as they should be.
        stale: files whose content differed.
        missing: files that were not there.
        orphaned: files in a generated folder that no solution accounts for; we never remove one.
    """

    fresh: tuple[Path, ...]
    stale: tuple[Path, ...]
    missing: tuple[Path, ...]
    orphaned: tuple[Path, ...]

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was stale, missing or orphaned."""
        return not (self.stale or self.missing or self.orphaned)


def release(course: Path, check: bool = False) -> Release:
    """Make the stubs and notebooks of every exercise, or only say which are out of date.

    The files are exercises/NAME.py, exercises/minimum/NAME.ipynb and solutions/minimum/NAME.ipynb.
    The last is nbgrader's source notebook, which is not committed: a check passes over it where
    nobody has made it yet. All are computed before the first is written, and each replaces its
    predecessor whole.

    Raises:
        ReleaseError: no solutions, one that cannot be read, or no nbgrader to make notebooks with.
    """
    wanted = dict(_generated(course))
    if check and not (course / "solutions" / ASSIGNMENT).exists():
        wanted = {path: content for path, content in wanted.items() if _is_committed(path, course)}
    found = {path: path.read_bytes() if path.is_file() else None for path in wanted}
    missing = tuple(path for path in wanted if found[path] is None)
    fresh = tuple(path for path in wanted if found[path] == wanted[path])
    stale = tuple(path for path in wanted if path not in missing and path not in fresh)
    if not check:
        for path in stale + missing:
            _write(path, wanted[path])
    orphaned = tuple(path for path in _present(course) if path not in wanted)
    return Release(fresh, stale, missing, orphaned)


def _generated(course: Path) -> Iterator[tuple[Path, bytes]]:
    """Give every generated file of the course with the bytes that it should have."""
    solutions = sorted((course / "solutions").glob("*.py"))
    if not solutions:
        raise ReleaseError(
            _("{folder}: no solutions here; give the course's folder").format(
                folder=course / "solutions"
            )
        )
    configuration = notebooks.configuration(course)
    for solution in solutions:
        name = solution.stem
        source = notebooks.source_notebook(course, solution)
        released = notebooks.released_notebook(source, name, configuration)
        for path, text in (
            (course / "exercises" / f"{name}.py", notebooks.stub(released, name)),
            (course / "exercises" / ASSIGNMENT / f"{name}.ipynb", notebooks.dumps(released)),
            (course / "solutions" / ASSIGNMENT / f"{name}.ipynb", notebooks.dumps(source)),
        ):
            yield path, text.encode()


def _is_committed(path: Path, course: Path) -> bool:
    """Whether a generated file belongs to what students get, so that it is kept with the course."""
    return course / "exercises" in path.parents


def _present(course: Path) -> list[Path]:
    """Give the files that lie in the generated folders, hidden ones and a README apart."""
    folders = (course / "exercises", course / "solutions" / ASSIGNMENT)
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path
        for path in found
        if not path.name.startswith("README")
        and not any(part.startswith((".", "__")) for part in path.relative_to(course).parts)
    ]


def _write(path: Path, content: bytes) -> None:
    """Replace a file whole, so that nobody ever sees half of it."""
    try:
        files.write(path, content)
    except OSError as fault:
        raise ReleaseError(
            _("{path}: cannot be written: {reason}").format(path=path, reason=fault)
        ) from fault
