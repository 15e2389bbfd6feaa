"""Find a class: every student's file of every exercise, in whatever form it was handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from autograder.language import Text, _
from autograder.submission import archives, choosing, entries, layouts, students, times
from autograder.submission.beside import with_beside
from autograder.submission.choosing import Chosen, way
from autograder.submission.layouts import Layout, Placed
from autograder.submission.model import Found, Submission, SubmissionError
from autograder.submission.names import match, near, shown

ARCHIVES = (".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".tbz", ".zst")


def find(place: Path, exercises: Sequence[str], form: str | None = None) -> Found:
    """Find the submissions of a class, sorted by student and in the order of the exercises.

    Args:
        place: a folder or a .zip: STUDENT/EXERCISE.py or .ipynb, with sections or exercises around
            it, nbgrader's ``submitted``, our own folder of attempts, or a download from Moodle,
            Canvas, Blackboard, Brightspace or Google Classroom.
        exercises: the stems to look for.
        form: one of `layouts.FORMS`; by default what the top of the place looks like.

    Raises:
        SubmissionError: there is no such place, it cannot be read, or it holds no submission.
    """
    if form is not None and form not in layouts.FORMS:
        raise SubmissionError(
            _("{form} is no form of a class; known are {known}").format(
                form=form, known=", ".join(layouts.FORMS)
            )
        )
    with _files(place) as found:
        name = place.name[:-4] if place.name.lower().endswith(".zip") else place.resolve().name
        layout = layouts.placed(found, exercises, name, form)
        return _found(place, found, layout, exercises)


def find_own(place: Path, student: str, exercises: Sequence[str]) -> Found:
    """Find the submissions of one student, whose own folder or .zip the place is.

    Raises:
        SubmissionError: there is no such place, it cannot be read, or it holds no submission.
    """
    with _files(place) as found:
        items = tuple(
            Placed(entry, student, match(entry.name, exercises), entry.name, claim="")
            for entry in found
        )
        return _found(place, found, Layout("folder", 0, items), exercises)


@contextmanager
def _files(place: Path) -> Iterator[list[entries.Entry]]:
    """Return the files of a place; what is wrong with it becomes an error in words."""
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
    place: Path, files: Sequence[entries.Entry], layout: Layout, exercises: Sequence[str]
) -> Found:
    placed = [
        item
        for item in _without_results(layout)
        if not times.is_beside(item.entry, layout.form, layout.around)
    ]
    owned: dict[str, list[Placed]] = {}
    for item in placed:
        if item.student:
            owned.setdefault(students.safe(item.student), []).append(item)
    clock = times.of(files, layout.form, layout.around)
    submissions: list[Submission] = []
    ignored: list[tuple[Path | str, Text]] = [
        (way(item), _reason(item, exercises)) for item in placed if not item.student
    ]
    owners: dict[str, str] = {}
    for student, items in owned.items():
        found, left = _of_student(student, items, place, clock, exercises)
        submissions += found
        ignored += left
        owners.update((str(path), student) for path, _why in left)
    if not submissions:
        raise SubmissionError(_nothing(place, placed, exercises))
    order = {exercise: index for index, exercise in enumerate(exercises)}
    return Found(
        submissions=tuple(
            sorted(submissions, key=lambda found: (found.student, order[found.exercise]))
        ),
        ignored=tuple(sorted(ignored, key=lambda pair: str(pair[0]))),
        students=tuple(sorted(owned)),
        kind=layout.form,
        sections={
            student: items[0].section for student, items in owned.items() if items[0].section
        },
        owners=owners,
        odd=tuple(_odd(owned, exercises)),
    )


def _without_results(layout: Layout) -> Iterator[Placed]:
    """Return the files of a class, those apart that an earlier grading wrote among them."""
    below: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    depth = layout.around + 1
    for item in layout.items:
        if len(item.entry.parts) > depth:
            below.setdefault(item.entry.parts[:depth], []).append(item.entry.visible[depth:])
    results = {top for top, paths in below.items() if layouts.is_results([p for p in paths if p])}
    for item in layout.items:
        if item.entry.parts[:depth] in results:
            why = _("results of an earlier grading; write them outside the submissions")
            yield replace(item, student="", match=None, why=why)
        else:
            yield item


def _of_student(
    student: str,
    items: Sequence[Placed],
    place: Path,
    clock: times.Clock,
    exercises: Sequence[str],
) -> tuple[list[Submission], list[tuple[Path | str, Text]]]:
    """Return one student's submissions, and what of the student's files was not taken."""
    candidates: dict[str, list[Placed]] = {}
    ignored: list[tuple[Path | str, Text]] = []
    for item in items:
        if item.match and not item.entry.is_junk:
            candidates.setdefault(item.match.exercise, []).append(item)
    submissions: list[Submission] = []
    taken: set[str] = set()
    for exercise, group in candidates.items():
        blank = Submission(student, exercise, None, "", notes=students.note(group[0].student))
        chosen = choosing.chosen(group, blank, place)
        submission = _whole(chosen, items, clock, exercises)
        submissions.append(submission)
        taken |= {way(chosen.item), *_came(chosen, items, submission)}
        ignored += chosen.left
    listed = {name for name, _why in ignored}
    for item in items:
        if way(item) not in taken and way(item) not in listed:
            ignored.append((way(item), _reason(item, exercises)))
    return submissions, ignored


def _whole(
    chosen: Chosen, items: Sequence[Placed], clock: times.Clock, exercises: Sequence[str]
) -> Submission:
    """Return a student's submission with its time and what it brings along."""
    item = chosen.item
    time = clock.time(item.entry.parts)
    submission = replace(chosen.submission, late=item.late)
    if isinstance(time, Text):
        submission = replace(submission, review=time)
    elif time is not None:
        submission = replace(submission, time=time)
    try:
        return with_beside(submission, choosing.neighbours(item, items), exercises)
    except Exception as fault:  # noqa: BLE001 -- a stranger's files end themselves, no class
        return replace(submission, review=choosing.unreadable(fault))


def _came(chosen: Chosen, items: Sequence[Placed], submission: Submission) -> Iterator[str]:
    """Return the files that a submission brought along."""
    for item, neighbour in choosing.beside(chosen.item, items):
        if neighbour.way in submission.files or neighbour.module in submission.modules:
            yield way(item)


def _odd(owned: dict[str, list[Placed]], exercises: Sequence[str]) -> Iterator[Text]:
    """Return what makes a class look as if it had been read in the wrong way."""
    if len(owned) == 1:
        yield _("there is one student only: {student}").format(student=shown(next(iter(owned))))
    folded = Counter(student.casefold() for student in owned)
    for student in sorted(owned):
        one = match(student, exercises)
        if (one and one.rank >= 2) or student.casefold() in {"results", "feedback", "verdicts"}:
            yield _("a student is called {student}: is that a folder of something else?").format(
                student=shown(student)
            )
        if folded[student.casefold()] > 1:
            yield _("another student's name differs from {student} only in case").format(
                student=shown(student)
            )


def _reason(item: Placed, exercises: Sequence[str]) -> Text:
    if item.why:
        return item.why
    if item.entry.refused:
        return item.entry.refused
    if item.entry.is_junk:
        return _("made by a system or a tool")
    if item.match:
        return _(
            "no student's name: put it into a folder named after the student, or the name into the"
            " file's ({example})"
        ).format(example=f"NAME - {item.match.exercise}.py")
    if item.name.lower().endswith(ARCHIVES):
        return _("an archive that is not read here; hand in the files themselves, or a .zip")
    guess = near(item.name, exercises)
    if guess:
        return _("not the name of an exercise; did you mean {guess}.py?").format(guess=guess)
    return _("not the name of an exercise")


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
