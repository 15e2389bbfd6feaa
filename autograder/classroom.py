"""A whole run: find a class, grade it, write what people read, and tell how it goes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from autograder import files, gradebook, report
from autograder.batch import Graded, grade_class
from autograder.course import Course, versions
from autograder.crews import Crew
from autograder.deadlines import IN_TIME, Deadlines
from autograder.gradebook import roster
from autograder.heads import Head
from autograder.history import Change, Turn
from autograder.language import LANGUAGES, Language, Text, _
from autograder.rendered import Rendering
from autograder.report import Mark, Tally
from autograder.results import Results, ResultsError
from autograder.sandbox.kinds import Kind
from autograder.submission import Found, find
from autograder.verdict import Outcome

MOST_LEFT_OUT = 50


@dataclass(frozen=True)
class Telling:
    """How a run is told.

    Attributes:
        language: of every sentence.
        console: where they go.
        json_lines: whether each outcome is printed as a line of JSON on standard output.
    """

    language: Language
    console: Console
    json_lines: bool = False

    def say(self, *texts: Text) -> None:
        """Print sentences, each on a line of its own; nothing in them is markup."""
        for text in texts:
            self.console.print(text.to(self.language), markup=False, soft_wrap=True)


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
) -> bool:
    """Grade the class in a place; say whether something needs review.

    Raises:
        SubmissionError: there is no class in that place.
        GradebookError: the list of the class in the results is damaged.
        SandboxError: the submissions cannot be locked down here.
        ResultsError: the results cannot be written.
    """
    found = find(place, list(course.exercises))
    _tell_found(found, told)
    with _writing(results) if write else nullcontext():
        if write:
            gradebook.remember(results, roster.of(found, deadlines, course.points))
        begun, clock = datetime.now(UTC), time.perf_counter()
        counted = Counted()
        for graded in _graded(found, course, results, kind, crew, write, told):
            counted.add(graded)
        if counted.changed:
            told.say(_("{count} verdicts changed").format(count=counted.changed))
        if write:
            seconds = time.perf_counter() - clock
            _write_run(results, course, begun, seconds, bool(counted.new))
            tally = _shown(counted, Rendering(results, told.language, course.points))
            told.console.print(report.table(tally, told.language))
            told.say(
                _("{count} verdicts, {new} of them new. The class page is {page}").format(
                    count=counted.all, new=counted.new, page=results.index
                )
            )
    return counted.needs_review


@dataclass
class Counted:
    """What came of a run, in numbers: a large class takes little room."""

    heads: dict[tuple[str, str], Head] = field(default_factory=dict)
    new: int = 0
    changed: int = 0
    needs_review: bool = False

    @property
    def all(self) -> int:
        """How many submissions there are."""
        return len(self.heads)

    def add(self, graded: Graded) -> None:
        """Count one more."""
        self.heads[graded.student, graded.exercise] = graded.head
        self.new += graded.is_new
        self.changed += graded.change is not None
        self.needs_review |= graded.head.needs_review


def _shown(counted: Counted, rendering: Rendering) -> Tally:
    """Make sure that the pages show the verdicts; give the marks.

    An unchanged class, all of whose verdicts were looked at in this run, is not rendered again.
    """
    results = rendering.results
    files_there = sum(1 for _file in results.verdict_files)
    if counted.new or counted.all != files_there or not rendering.is_fresh:
        tally = render(results, rendering.language, dict(rendering.points))
        rendering.note()
        return tally
    late = gradebook.class_of(results).late
    tally = Tally(rendering.points)
    for student, exercise in sorted(counted.heads, key=lambda place: results.verdict(*place)):
        head = counted.heads[student, exercise]
        taken_off = late.get((student, exercise), IN_TIME).taken_off(head.score)
        tally.note(student, exercise, Mark(head.score, head.points, head.needs_review, taken_off))
    return tally


def render(results: Results, language: Language, points: dict[str, float] | None = None) -> Tally:
    """Write the gradebook and every page from the verdict files; give what was counted.

    Raises:
        VerdictError: there is no verdict, or one cannot be read.
        GradebookError: the list of the class is damaged.
        OSError: a page cannot be written.
    """
    results.require()
    late = gradebook.class_of(results).late
    tally = report.write(results.folder, results.verdicts(), language, points, late)
    gradebook.write(results)
    return tally


def _graded(
    found: Found,
    course: Course,
    results: Results,
    kind: Kind,
    crew: Crew,
    write: bool,
    told: Telling,
) -> Iterator[Graded]:
    """Grade, with a bar that says how far it is, how fast, and for how long still."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    begun, count = time.perf_counter(), 0
    with Progress(*columns, console=told.console, transient=True) as progress:
        bar = progress.add_task(
            _("Grading").to(told.language), total=len(found.submissions), rate=""
        )

        def tell(change: Change) -> None:
            told.say(_changed(change))

        graded = grade_class(found.submissions, course, results, kind, crew, write, tell)
        for one in graded:
            count += one.is_new  # what is kept takes no time, and would promise too much
            rate = count / max(time.perf_counter() - begun, 1e-9)
            progress.update(bar, advance=1, rate=f"{rate:.1f}/s" if count else "")
            if told.json_lines:
                print(json.dumps(_line(one), ensure_ascii=False), flush=True)
            yield one


def _line(graded: Graded) -> dict[str, object]:
    change = graded.change
    return {
        "student": graded.student,
        "exercise": graded.exercise,
        "score": graded.head.score,
        "points": graded.head.points,
        "needs_review": graded.head.needs_review,
        "new": graded.is_new,
        "before": change.before if change else None,
        "changed": [
            {"check": turn.name, "before": turn.before, "after": turn.after}
            for turn in (change.turns if change else ())
        ],
    }


def _tell_found(found: Found, told: Telling) -> None:
    """Say what was found and what was left out; nothing is dropped in silence."""
    told.say(
        _("{submissions} submissions of {students} students ({kind})").format(
            submissions=len(found.submissions),
            students=len({submission.student for submission in found.submissions}),
            kind=found.kind,
        )
    )
    told.say(
        *(
            _("left out: {path}: {why}").format(path=path, why=why)
            for path, why in found.ignored[:MOST_LEFT_OUT]
        )
    )
    more = len(found.ignored) - MOST_LEFT_OUT
    if more > 0:
        told.say(_("… and {count} more; class.json lists them all").format(count=more))
    graded = {submission.student for submission in found.submissions}
    for student in found.students:
        if student not in graded:
            told.say(_("nothing to grade from {student}").format(student=student))


def _changed(change: Change) -> Text:
    """Say whose verdict changes, by how much, and because of which checks."""
    why = [_turned(turn) for turn in change.turns]
    reasons = Text(*("; ".join(text.to(language) for text in why) for language in LANGUAGES))
    return _("changed: {student}, {exercise}: {before:g} → {after:g} ({reasons})").format(
        student=change.student,
        exercise=change.exercise,
        before=change.before,
        after=change.after,
        reasons=reasons,
    )


def _turned(turn: Turn) -> Text:
    """Say how one check ends now, and how it ended before."""
    names = {
        Outcome.PASSED: _("passed"),
        Outcome.FAILED: _("failed"),
        Outcome.SKIPPED: _("not judged"),
        Outcome.ERROR: _("our error"),
        None: _("not there"),
    }
    return _("“{title}” {before} → {after}").format(
        title=turn.title, before=names[turn.before], after=names[turn.after]
    )


@contextmanager
def _writing(results: Results) -> Iterator[None]:
    """Write to the results for the while, alone.

    Raises:
        ResultsError: before anything is graded, if they cannot be written.
    """
    try:
        results.folder.mkdir(parents=True, exist_ok=True)
        probe = results.folder / ".writable"
        files.write(probe, b"")
        probe.unlink()
    except OSError as fault:
        raise ResultsError(
            f"{results.folder}: no results can be written there ({fault.strerror or fault}); "
            "name another folder with --output"
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
