"""A whole run: find a class, grade it, write what people read, and tell how it goes."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from autograder import gradebook, report
from autograder.course import Course, versions
from autograder.course.settings import SITE_LINE
from autograder.gradebook import roster
from autograder.gradebook.deadlines import Deadlines
from autograder.gradebook.deadlines import read as read_deadlines
from autograder.gradebook.people import NAME as ROSTER
from autograder.gradebook.people import read as read_people
from autograder.grading import proof
from autograder.grading.batch import Graded, grade_class
from autograder.grading.executors import Crew
from autograder.language import Language, Text, _
from autograder.report.attention import people as known_people
from autograder.report.attention import told as open_matters
from autograder.report.ending import broken, ending, others
from autograder.report.freshness import Rendering
from autograder.report.intake import taken
from autograder.report.progress import Telling
from autograder.sandbox.kind import Kind
from autograder.submission import Found, find
from autograder.verdict import files
from autograder.verdict.gradebook import Gradebook, Mark, Row
from autograder.verdict.lateness import IN_TIME
from autograder.verdict.results import Results, ResultsError
from autograder.verdict.summary import Head


def grade(
    place: Path,
    course: Course,
    results: Results,
    *,
    kind: Kind,
    crew: Crew,
    write: bool,
    told: Telling,
    deadlines: Deadlines | None = None,
    form: str | None = None,
    due: Sequence[str] = (),
    only: Collection[str] = (),
) -> bool:
    """Grade the class in a place; say whether something needs review.

    Args:
        place: a folder or a download.
        course: whose exercises.
        results: where everything is written.
        kind: how far the code is trusted.
        crew: who does the work.
        write: False leaves the results as they are.
        told: says how it goes.
        deadlines: by which lateness is judged; None: as the last time.
        form: of the place; None: as its top looks.
        due: the exercises that are wanted; none named are all.
        only: the students who are wanted; none named are all.

    Raises:
        SubmissionError: there is no class in that place.
        GradebookError: the list of the class in the results is damaged.
        SandboxError: the submissions cannot be locked down here.
        ResultsError: the results cannot be written.
        ExerciseError: a solution or a check of the course is wrong.
    """
    found = find(place, list(course.exercises), form)
    if only:
        found = found.only(only)
    told.found(found, taken(found, tuple(course.exercises), told.language))
    points = _worth(course, results, due)
    people = read_people(course.folder / ROSTER)
    told.say(*known_people(people, found.students))
    deadlines = _deadlines(deadlines, found, course, results, told)
    with _writing(results) if write else nullcontext():
        if write:
            gradebook.remember(
                results, roster.of(found, deadlines, points, people if not only else None)
            )
            if people.persons:  # so that what is made of the results knows them too
                files.write(results.folder / ROSTER, (course.folder / ROSTER).read_bytes())
            if deadlines is not None:
                files.write(results.deadlines, deadlines.text)
        proof.prove(course, kind, crew, results.folder / proof.NAME, write)
        begun, clock = datetime.now(UTC), time.perf_counter()
        counted = Counted()
        every = grade_class(found.submissions, course, results, kind, crew, write, due)
        expected = sum(one.exercise in (due or points) for one in found.submissions)
        for graded in told.progress(every, expected):
            counted.add(graded)
        for text in broken(counted.broken):
            print(text.to(told.language), file=sys.stderr)
        told.changes(counted.changed)
        if counted.changed:
            told.say(_("{count} verdicts changed").format(count=len(counted.changed)))
        if write:
            seconds = time.perf_counter() - clock
            _write_run(results, course, begun, seconds, bool(counted.new))
            site = course.settings.public_site
            book = _shown(counted, Rendering(results, told.language, points, site))
            told.console.print(report.table(book, told.language))
            told.say(
                _("{count} verdicts, {new} of them new").format(count=counted.all, new=counted.new),
                *(() if only else others(book, found.students)),
                *open_matters(book, results),
                *ending(book, results),
            )
            if (missing := without_site(course)) is not None:
                told.say(missing)
    return counted.needs_review


def _worth(course: Course, results: Results, due: Sequence[str]) -> Mapping[str, float]:
    """Return what counts: every exercise, or those due now and those that were due before."""
    if not due:
        return course.points
    before = gradebook.class_of(results).points
    return {name: worth for name, worth in course.points.items() if name in {*due, *before}}


def _deadlines(
    given: Deadlines | None, found: Found, course: Course, results: Results, told: Telling
) -> Deadlines | None:
    """Return the deadlines that hold: those given, or those that the results remember.

    Raises:
        DeadlineError: they name an exercise that is not there.
    """
    if given is None:
        if not results.deadlines.is_file():
            return None
        told.say(_("deadlines as last time: {path}").format(path=results.deadlines))
        given = read_deadlines(results.deadlines)
    given.require_known(tuple(course.exercises))
    told.say(*given.strangers(found.students))
    return given


def without_site(course: Course) -> Text | None:
    """Return what to say where the course has no address, so that no feedback links to it."""
    if course.settings.public_site:
        return None
    return _("no feedback links to a lesson: write {line} into {file}").format(
        line=SITE_LINE, file=course.file
    )


@dataclass
class Counted:
    """What came of a run, in numbers: a large class takes little room."""

    heads: dict[tuple[str, str], Head] = field(default_factory=dict)
    new: int = 0
    changed: list[Graded] = field(default_factory=list)
    needs_review: bool = False
    broken: report.Counts = field(default_factory=report.Counts)

    @property
    def all(self) -> int:
        """How many submissions there are."""
        return len(self.heads)

    def add(self, graded: Graded) -> None:
        """Count one more."""
        self.heads[graded.student, graded.exercise] = graded.head
        self.new += graded.is_new
        if graded.broken is not None:
            self.broken.add(graded.broken)
        if graded.change is not None:
            self.changed.append(graded)
        self.needs_review |= graded.head.needs_review


def _shown(counted: Counted, rendering: Rendering) -> Gradebook:
    """Make sure that the pages show the verdicts; return the gradebook.

    An unchanged class, all of whose verdicts were looked at in this run, is not rendered again.
    """
    results = rendering.results
    files_there = sum(1 for _file in results.verdict_files)
    if counted.new or counted.all != files_there or not rendering.is_fresh:
        book = render(results, rendering.language, rendering.points, rendering.site)
        rendering.note()
        return book
    known = gradebook.class_of(results)
    rows: dict[str, dict[str, Mark]] = {}
    for (student, exercise), head in counted.heads.items():
        late = known.late.get((student, exercise), IN_TIME)
        rows.setdefault(student, {})[exercise] = Mark.of(head, late)
    kept = (Row(student, marks) for student, marks in rows.items())
    return Gradebook.of_rows(
        kept, rendering.points, known.students, known.sections, known.adjustments
    )


def render(
    results: Results,
    language: Language,
    points: Mapping[str, float] | None = None,
    site: str = "",
) -> Gradebook:
    """Write the gradebook and every page from the verdict files, each of which is read once.

    Args:
        results: the folder.
        language: which the pages open in.
        points: of every exercise, in their order; by default as the class was last graded.
        site: the address of the course site, to link to; "" gives no links.

    Raises:
        VerdictError: there is no verdict, or one cannot be read.
        GradebookError: the list of the class is damaged.
        OSError: a page cannot be written.
    """
    results.require()
    known = gradebook.class_of(results)
    shown = report.Shown(
        language,
        points or known.points,
        known.late,
        known.students,
        site,
        known.left_out,
        known.sections,
        known.adjustments,
        known.people,
    )
    book = report.write(results, results.verdicts(), shown)
    files.write(results.gradebook, gradebook.table.dumps(book))
    return book


@contextmanager
def _writing(results: Results) -> Iterator[None]:
    """Write to the results for the while, alone.

    Raises:
        ResultsError: before anything is graded, if they cannot be written.
    """
    try:
        files.make(results.folder)
        probe = results.folder / ".writable"
        files.write(probe, b"")
        probe.unlink()
    except OSError as fault:
        raise ResultsError(
            _(
                "{folder}: no results can be written there ({reason}); "
                "name another folder with --output"
            ).format(folder=results.folder, reason=fault.strerror or fault)
        ) from fault
    with results.held():
        yield


def _write_run(
    results: Results, course: Course, begun: datetime, seconds: float, changed: bool
) -> None:
    """Write what is known about the run; an unchanged class keeps what its grading wrote."""
    if not changed and results.run.exists():
        return
    run = {
        "started": begun.isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
        "versions": versions(),
        "exercises": course.points,
    }
    files.write(results.run, json.dumps(run, ensure_ascii=False, indent=1) + "\n")
