"""The folder in which a student works: which exercise each file in it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.language import Text, _, joined
from autograder.submission import SubmissionError, choosing, names
from autograder.submission.names import Match

ENDINGS = (".py", ".ipynb")


@dataclass(frozen=True)
class Workplace:
    """What lies where a student works.

    Attributes:
        is_folder: whether a folder was named, or one file.
        places: every file that would be an exercise here, whether it is there or not.
        files: those that are there, by exercise, in the course's order.
        older: files of an exercise whose other file counts; they are not checked.
        missing: the exercises of which there is no file.
    """

    is_folder: bool
    places: tuple[Path, ...]
    files: Mapping[str, Path]
    older: tuple[Path, ...] = ()
    missing: tuple[str, ...] = ()


def require(place: Path, course: Course) -> Workplace:
    """Return what there is to check in a folder, or of one file; there is something.

    Raises:
        SubmissionError: there is nothing; the message says what the files are called.
        ExerciseError: the file is named after no exercise.
    """
    work = look(place, course)
    if not work.files:
        raise SubmissionError(nothing_in(place, course))
    return work


def look(place: Path, course: Course) -> Workplace:
    """Return what there is to check in a folder, or of one file.

    Raises:
        SubmissionError: there is no such file or folder, and none that it could become.
        ExerciseError: the file is named after no exercise.
    """
    if place.is_dir():
        return _in_folder(place, course)
    if place.suffix not in ENDINGS and not place.is_file():
        raise SubmissionError(not_there(place, course))
    named = meant(place, course)
    if named is None:
        if not place.is_file():
            raise SubmissionError(not_there(place, course))
        raise no_exercise(place.stem, course)
    files = {named.exercise: place} if place.is_file() else {}
    return Workplace(False, (place,), files)


def meant(file: Path, course: Course) -> Match | None:
    """Return which exercise a file is, also as a browser renames it: `plotting (1).py`."""
    named = names.match(file.name, tuple(course.exercises))
    return None if named is None or named.is_document else named


def not_there(place: Path, course: Course) -> Text:
    """Return that nothing is there, with the name that was perhaps meant, or those that are."""
    said = _("{file} is not there.").format(file=place)
    folder = place.parent
    if not folder.is_dir():
        return joined((said, _("There is no folder {folder} either.").format(folder=folder)))
    here = [file.name for file in _in_folder(folder, course).files.values()]
    expected = [f"{name}{ending}" for name in course.exercises for ending in ENDINGS]
    meant = get_close_matches(place.name, [*here, *expected], n=1)
    if meant:
        return joined((said, _("Did you mean {name}?").format(name=folder / meant[0])))
    if here:
        names = ", ".join(here)
        return joined(
            (
                said,
                _("In the folder {folder} there are: {names}.").format(folder=folder, names=names),
            )
        )
    return joined((said, _no_file_in(folder, course)))


def no_exercise(name: str, course: Course) -> ExerciseError:
    """Return the complaint about a name that is no exercise's."""
    known = ", ".join(course.exercises)
    meant = get_close_matches(name, course.exercises, n=1)
    said = _("{name!r} is not an exercise; the exercises are {known}.").format(
        name=name, known=known
    )
    return ExerciseError(
        joined((said, _("Did you mean {name}?").format(name=meant[0]))) if meant else said
    )


def nothing_in(place: Path, course: Course) -> Text:
    """Return that there is nothing to check, and what the files are called."""
    return _no_file_in(place, course) if place.is_dir() else not_there(place, course)


def _no_file_in(folder: Path, course: Course) -> Text:
    names = ", ".join(f"{name}.py" for name in course.exercises)
    return _(
        "In the folder {folder} there is no exercise file; they are called {names}, or .ipynb."
    ).format(folder=folder.resolve(), names=names)


def files_of(folder: Path, course: Course) -> dict[str, list[Path]]:
    """Return the files of each exercise in a folder, in the course's order.

    The one that counts comes first: the one that was worked on, then the one saved last.
    """
    found: dict[str, dict[Path, Match]] = {name: {} for name in course.exercises}
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.suffix in ENDINGS and file.is_file() and (named := meant(file, course)):
            found[named.exercise][file] = named
    return {name: choosing.ordered(files) for name, files in found.items() if files}


def _in_folder(folder: Path, course: Course) -> Workplace:
    found = files_of(folder, course)
    expected = [folder / f"{name}{ending}" for name in course.exercises for ending in ENDINGS]
    there = [file for files in found.values() for file in files]
    return Workplace(
        is_folder=True,
        places=tuple(dict.fromkeys([*expected, *there])),
        files={name: files[0] for name, files in found.items()},
        older=tuple(file for files in found.values() for file in files[1:]),
        missing=tuple(name for name in course.exercises if name not in found),
    )
