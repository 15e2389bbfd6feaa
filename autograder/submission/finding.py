"""Find a class: every student's file of every exercise, in whatever form it was handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from autograder.language import Text, _
from autograder.submission import archives, entries, layouts, opening, students, times
from autograder.submission.layouts import Placed
from autograder.submission.model import Found, Submission, SubmissionError
from autograder.submission.names import match, near, shown
from autograder.submission.reading import LARGEST_NOTEBOOK, from_bytes, largest


def find(place: Path, exercises: Sequence[str]) -> Found:
    """Find the submissions of a class, sorted by student and in the order of the exercises.

    Args:
        place: a folder or a .zip: STUDENT/EXERCISE.py or .ipynb, nbgrader's ``submitted``, our own
            folder of attempts, or a download from Moodle, Canvas or Google Classroom.
        exercises: the stems to look for.

    Raises:
        SubmissionError: there is no such place, it cannot be read, or it holds no submission.
    """
    with _files(place) as found:
        name = place.name[:-4] if place.name.lower().endswith(".zip") else place.resolve().name
        kind, placed = layouts.placed(found, exercises, name)
        return _found(place, found, kind, placed, exercises)


def find_own(place: Path, student: str, exercises: Sequence[str]) -> Found:
    """Find the submissions of one student, whose own folder or .zip the place is.

    Raises:
        SubmissionError: there is no such place, it cannot be read, or it holds no submission.
    """
    with _files(place) as found:
        placed = [
            Placed(entry, student, match(entry.name, exercises), entry.name) for entry in found
        ]
        return _found(place, found, "folder", placed, exercises)


@contextmanager
def _files(place: Path) -> Iterator[list[entries.Entry]]:
    """Give the files of a place; what is wrong with it becomes an error in words."""
    if not place.exists():
        raise SubmissionError(
            _("{place} does not exist. Give a folder of submissions or a .zip.").format(place=place)
        )
    try:
        with entries.of(place) as files:
            yield files
    except archives.ArchiveError as fault:
        raise SubmissionError(
            _("{place}: {reason}").format(place=place, reason=fault.text)
        ) from fault
    except entries.TooManyError as fault:
        raise SubmissionError(
            _("{place} holds more than {most} files. Give the folder of one class.").format(
                place=place, most=entries.MOST_ENTRIES
            )
        ) from fault
    except OSError as fault:
        raise SubmissionError(
            _("{place} cannot be read: {reason}.").format(place=place, reason=fault.strerror)
        ) from fault


def _found(
    place: Path,
    files: Sequence[entries.Entry],
    kind: str,
    placed: Sequence[Placed],
    exercises: Sequence[str],
) -> Found:
    book = students.register(item.student for item in placed if item.student)
    chosen, ignored = _chosen(
        [item for item in placed if not times.is_beside(item.entry, kind)], exercises
    )
    clock = times.of(files, kind)
    submissions = [_submission(item, others, book, place, clock) for item, others in chosen]
    if not submissions:
        raise SubmissionError(_nothing(place, placed, exercises))
    order = {exercise: index for index, exercise in enumerate(exercises)}
    return Found(
        submissions=tuple(
            sorted(submissions, key=lambda found: (found.student, order[found.exercise]))
        ),
        ignored=tuple(sorted(ignored, key=lambda pair: str(pair[0]))),
        students=tuple(sorted(set(book.ids.values()))),
        kind=kind,
    )


def _chosen(
    placed: Sequence[Placed], exercises: Sequence[str]
) -> tuple[list[tuple[Placed, list[Placed]]], list[tuple[Path | str, Text]]]:
    """Give one file for each student and exercise with the others, and what belongs to nobody."""
    candidates: dict[tuple[str, str], list[Placed]] = {}
    ignored: list[tuple[Path | str, Text]] = []
    for item in placed:
        if item.student and item.match and not item.entry.is_junk:
            candidates.setdefault((item.student, item.match.exercise), []).append(item)
        else:
            ignored.append((shown("/".join(item.entry.parts), 300), _reason(item, exercises)))
    chosen = []
    for group in candidates.values():
        best, *others = sorted(group, key=_preference, reverse=True)
        chosen.append((best, others))
        ignored.extend(
            (
                shown("/".join(other.entry.parts), 300),
                _("another file of the same exercise: {name} was taken").format(
                    name=shown(best.name)
                ),
            )
            for other in others
        )
    return chosen, ignored


def _preference(item: Placed) -> tuple[object, ...]:
    """Give what makes one file better than another: the newest, then the one named best."""
    named = item.match
    assert named is not None  # only files with an exercise are compared
    return (
        not named.is_document,
        item.entry.refused is None,
        not named.is_old,
        named.rank > 0,
        item.attempt,
        # Whole seconds: a folder that was copied or checked out has one time for all its files.
        int(item.entry.modified),
        named.number,
        named.rank,
        named.ending == ".py",
        item.entry.parts,
    )


def _reason(item: Placed, exercises: Sequence[str]) -> Text:
    if item.entry.refused:
        return item.entry.refused
    if item.entry.is_junk:
        return _("made by a system or a tool")
    if item.match:
        return _(
            "no student's name: put it into a folder named after the student, or the name into the"
            " file's ({example})"
        ).format(example=f"NAME - {item.match.exercise}.py")
    if layouts.MOODLE.match(item.entry.name) or layouts.CANVAS_TYPED.match(item.entry.name):
        return _("typed into the platform's page, not handed in as a file")
    guess = near(item.name, exercises)
    if guess:
        return _("not the name of an exercise; did you mean {guess}.py?").format(guess=guess)
    return _("not the name of an exercise")


def _submission(
    item: Placed,
    others: Sequence[Placed],
    book: students.Register,
    place: Path,
    clock: times.Clock,
) -> Submission:
    """Read the chosen file of one student and exercise."""
    named = item.match
    assert named is not None
    notes = [*students.note(book, item.student)]
    if named.note:
        notes.append(named.note)
    if others:
        notes.append(
            _(
                "There are several files for this exercise: {taken} was graded, not {others}."
            ).format(
                taken=shown(item.name), others=", ".join(shown(other.name) for other in others)
            )
        )
    blank = Submission(
        student=book.ids[item.student],
        exercise=named.exercise,
        path=place.joinpath(*item.entry.parts),
        source="",
        notes=tuple(notes),
        time=clock.time(item.entry.parts),
        late=item.late,
    )
    if named.is_document:
        return replace(
            blank,
            problem=_("{name} is no Python file. Hand in {right}.").format(
                name=shown(item.name), right=f"{named.exercise}.py"
            ),
        )
    try:
        limit = largest(item.name) if named.ending else LARGEST_NOTEBOOK
        data = item.entry.content(limit)
    except opening.RefusedError as refusal:
        return replace(blank, problem=refusal.text)
    is_notebook = named.ending == ".ipynb" or (not named.ending and data.lstrip()[:1] == b"{")
    return from_bytes(data, blank, is_notebook=is_notebook)


def _nothing(place: Path, placed: Sequence[Placed], exercises: Sequence[str]) -> Text:
    """Say why there is nothing to grade, and what would be."""
    if not placed:
        return _("{place} is empty. Give a folder of submissions or a .zip.").format(place=place)
    loose = [(item.name, item.match.exercise) for item in placed if item.match and not item.student]
    if loose:
        return _(
            "{place} holds {name}, but in no student's folder. Give the folder above it: the form"
            " is STUDENT/{exercise}.py."
        ).format(place=place, name=shown(loose[0][0]), exercise=loose[0][1])
    return _(
        "{place} holds {count} files, and none is a submission. Looked for STUDENT/NAME.py or"
        " .ipynb, with NAME one of: {exercises}."
    ).format(place=place, count=len(placed), exercises=", ".join(exercises))
