"""From solutions/ to what students get: plain stubs and notebooks, and whether they are fresh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course, notebooks, setup_cell
from autograder.course.errors import ExerciseError
from autograder.course.notebooks import ReleaseError
from autograder.language import _
from autograder.verdict import files

__all__ = ["Release", "ReleaseError", "release"]


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


def release(folder: Path, check: bool = False) -> Release:
    """Make the stubs and notebooks of every exercise, or only say which are out of date.

    The files are exercises/NAME.py, and, for each assignment, exercises/ASSIGNMENT/NAME.ipynb and
    solutions/ASSIGNMENT/NAME.ipynb. The last is nbgrader's source notebook, which is not committed:
    a check passes over it where nobody has made it yet, as over the compiled catalogues of the
    course. All are computed before the first is written, and each replaces its predecessor whole.

    Args:
        folder: the course's.
        check: only say what is out of date.

    Raises:
        ReleaseError: no solutions, one that cannot be read, or no nbgrader to make notebooks with.
    """
    try:
        course = Course.at(folder)
        wanted = dict(_generated(course))
    except ExerciseError as fault:
        raise ReleaseError(fault.text) from fault
    if check:
        wanted = {
            path: content
            for path, content in wanted.items()
            if _is_committed(path, course) or _was_made(path)
        }
    found = {path: path.read_bytes() if path.is_file() else None for path in wanted}
    missing = tuple(path for path in wanted if found[path] is None)
    fresh = tuple(path for path in wanted if found[path] == wanted[path])
    stale = tuple(path for path in wanted if path not in missing and path not in fresh)
    if not check:
        for path in stale + missing:
            _write(path, wanted[path])
    orphaned = tuple(path for path in _present(course) if path not in wanted)
    return Release(fresh, stale, missing, orphaned)


def _generated(course: Course) -> Iterator[tuple[Path, bytes]]:
    """Return every generated file of the course with the bytes that it should have."""
    students, ours = course.folder / "exercises", course.folder / "solutions"
    configuration = notebooks.configuration(course.folder)
    setup = setup_cell.source(course.settings)
    for name, exercise in course.exercises.items():
        source = notebooks.source_notebook(exercise, ours / f"{name}.py", setup)
        released = notebooks.released_notebook(source, name, configuration)
        yield students / f"{name}.py", notebooks.stub(released, name).encode()
        for assignment, members in course.settings.assignments.items():
            if name in members:
                yield students / assignment / f"{name}.ipynb", notebooks.dumps(released).encode()
                yield ours / assignment / f"{name}.ipynb", notebooks.dumps(source).encode()
    for catalogue in sorted((course.folder / "locale").glob("*/LC_MESSAGES/*.po")):
        yield catalogue.with_suffix(".mo"), notebooks.compiled(catalogue)


def _is_committed(path: Path, course: Course) -> bool:
    """Whether a generated file belongs to what students get, so that it is kept with the course."""
    return course.folder / "exercises" in path.parents


def _was_made(path: Path) -> bool:
    """Whether somebody has made this file here, or others of its folder, which only we fill."""
    return path.exists() or (path.suffix == ".ipynb" and path.parent.exists())


def _present(course: Course) -> list[Path]:
    """Return the files that lie in the generated folders, hidden ones and a README apart."""
    ours = [course.folder / "solutions" / name for name in course.settings.assignments]
    folders = (course.folder / "exercises", *ours)
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path
        for path in found
        if not path.name.startswith("README")
        and not any(part.startswith((".", "__")) for part in path.relative_to(course.folder).parts)
    ]


def _write(path: Path, content: bytes) -> None:
    """Replace a file whole, so that nobody ever sees half of it."""
    try:
        files.write(path, content, mode=0o644)
    except OSError as fault:
        raise ReleaseError(
            _("{path}: cannot be written: {reason}").format(path=path, reason=fault)
        ) from fault
