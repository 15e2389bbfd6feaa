"""How a run over a class is told: in sentences, with a bar, or as lines of JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from autograder.grading.batch import Graded
from autograder.grading.history import Turn
from autograder.language import Language, Text, _, listed
from autograder.report.outcomes import OUTCOMES
from autograder.submission import Found
from autograder.verdict import Outcome
from autograder.verdict.summary import Head

MOST_LEFT_OUT = 50
ENDS: Mapping[Outcome | None, Text] = dict(OUTCOMES) | {None: _("not there")}


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

    def found(self, found: Found, taken: Table) -> None:
        """Say what was found, left out, and looks odd; nothing is dropped in silence."""
        self.say(
            _("{submissions} submissions of {students} students ({kind})").format(
                submissions=len(found.submissions),
                students=len({submission.student for submission in found.submissions}),
                kind=found.kind,
            )
        )
        self.console.print(taken)
        for path, why in found.ignored[:MOST_LEFT_OUT]:
            self.say(_("left out: {path}: {why}").format(path=path, why=why))
        more = len(found.ignored) - MOST_LEFT_OUT
        if more > 0:
            self.say(_("… and {count} more; class.json lists them all").format(count=more))
        graded = {submission.student for submission in found.submissions}
        for student in found.students:
            if student not in graded:
                self.say(_("nothing to grade from {student}").format(student=student))
        for text in found.odd:
            self.say(_("odd: {what}").format(what=text))

    def changes(self, graded: Iterable[Graded]) -> None:
        """Say whose verdict changed, from what to what, and why; sorted by student."""
        for one in sorted(graded, key=lambda one: (one.student, one.exercise)):
            if one.change is not None:
                self.say(
                    _("changed: {student}, {exercise}: {before} → {after} ({reasons})").format(
                        student=one.student,
                        exercise=one.exercise,
                        before=_share(one.change.before),
                        after=_share(one.change.after),
                        reasons=listed(_turned(turn) for turn in one.change.turns),
                    )
                )

    def progress(self, graded: Iterable[Graded], total: int) -> Iterator[Graded]:
        """Pass on what is graded, with a bar: how far, how fast, and for how long still."""
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        begun, count = time.perf_counter(), 0
        with Progress(*columns, console=self.console, transient=True) as progress:
            bar = progress.add_task(_("Grading").to(self.language), total=total, rate="")
            for one in graded:
                count += one.is_new  # what is kept takes no time, and would promise too much
                rate = count / max(time.perf_counter() - begun, 1e-9)
                progress.update(bar, advance=1, rate=f"{rate:.1f}/s" if count else "")
                if self.json_lines:
                    print(json.dumps(_line(one), ensure_ascii=False), flush=True)
                yield one


def _line(graded: Graded) -> dict[str, object]:
    """Return an outcome as programs read it."""
    change = graded.change
    return {
        "student": graded.student,
        "exercise": graded.exercise,
        "score": graded.head.score,
        "points": graded.head.points,
        "needs_review": graded.head.needs_review,
        "new": graded.is_new,
        "before": change.before.score if change else None,
        "changed": [
            {
                "check": turn.name,
                "before": turn.before and turn.before.outcome,
                "after": turn.after and turn.after.outcome,
            }
            for turn in (change.turns if change else ())
        ],
    }


def _share(head: Head) -> Text:
    """Return a score and its maximum; open where our error leaves it so."""
    if head.needs_review:
        return _("not scored of {points:g}").format(points=head.points)
    return _("{score:g} of {points:g}").format(score=head.score, points=head.points)


def _turned(turn: Turn) -> Text:
    """Return why a check changes a score: it ends or counts differently, is new, or is gone."""
    before, after = turn.before, turn.after
    if before is None and after is not None:
        return _("check added: “{title}”, worth {points:g}, {outcome}").format(
            title=turn.title, points=after.points, outcome=OUTCOMES[after.outcome]
        )
    if after is None and before is not None:
        return _("check removed: “{title}”, worth {points:g}").format(
            title=turn.title, points=before.points
        )
    assert before is not None
    assert after is not None
    reasons = []
    if before.outcome != after.outcome:
        reasons.append(
            _("“{title}” {before} → {after}").format(
                title=turn.title, before=OUTCOMES[before.outcome], after=OUTCOMES[after.outcome]
            )
        )
    if before.points != after.points:
        reasons.append(
            _("points of “{title}” {before:g} → {after:g}").format(
                title=turn.title, before=before.points, after=after.points
            )
        )
    return listed(reasons)
