"""Decisions about scores: checked, written down, and shown at once."""

from __future__ import annotations

import getpass
import re
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches

from autograder import gradebook
from autograder.frontends import classroom
from autograder.gradebook import GradebookError, adjustments
from autograder.language import Language, Text, _
from autograder.report.freshness import Rendering
from autograder.verdict import Verdict
from autograder.verdict.adjustments import Adjustment, Deed
from autograder.verdict.gradebook import Mark
from autograder.verdict.results import Results

WORDS = {
    "excuse": Deed.EXCUSE,
    "comment": Deed.COMMENT,
    "keep": Deed.KEEP,
    "undo": Deed.UNDO,
}
NUMBER = re.compile(r"(?P<sign>[+\-−=]?)(?P<amount>\d+(?:[.,]\d+)?)")


def decide(
    results: Results, student: str, exercise: str, what: str, because: str, check: str = ""
) -> Adjustment:
    """Write a decision down, and return it.

    Args:
        results: of the class.
        student: whose.
        exercise: of which exercise.
        what: `+2`, `-1.5`, `13` (the score), `excuse`, `comment`, `keep` or `undo`.
        because: why.
        check: the check that the points are of; a score is then that of the check.

    Raises:
        GradebookError: one of them is not known here; the message says what is.
        VerdictError: the folder holds no verdicts.
    """
    results.require()
    known = gradebook.class_of(results)
    _require(student, known.students, _("no student is called {name}"))
    _require(exercise, tuple(known.points), _("no exercise is called {name}"))
    if not because.strip():
        raise GradebookError(_("say why, with --because: the student reads it"))
    verdict = _verdict(results, student, exercise)
    decision = _read(what)
    if check:
        decision = _of_check(decision, check, verdict)
    decision = replace(
        decision,
        student=student,
        exercise=exercise,
        because=because.strip(),
        graded=None if verdict is None else verdict.score,
        by=getpass.getuser(),
        when=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    held = known.adjustments.get((student, exercise), ())
    if decision.deed in (Deed.KEEP, Deed.UNDO) and not held:
        raise GradebookError(
            _("nothing of {student}'s {exercise} was adjusted").format(
                student=student, exercise=exercise
            )
        )
    with results.held():
        adjustments.add(results.adjustments, decision)
    return decision


def show(results: Results, language: Language, site: str) -> None:
    """Write the pages and the gradebook with what was decided.

    Raises:
        VerdictError: a verdict cannot be read.
        OSError: a page cannot be written.
    """
    with results.held():
        points = gradebook.class_of(results).points
        classroom.render(results, language, points, site)
        Rendering(results, language, points, site).note()


def told(results: Results, decision: Adjustment) -> Text:
    """Return what counts now."""
    known = gradebook.class_of(results)
    verdict = _verdict(results, decision.student, decision.exercise)
    worth = known.points[decision.exercise]
    mark = Mark(0.0, worth) if verdict is None else Mark.of(verdict)
    mark = mark.adjusted(known.adjustments.get((decision.student, decision.exercise), ()))
    if mark.is_excused:
        return _("{student}, {exercise}: excused").format(
            student=decision.student, exercise=decision.exercise
        )
    return _("{student}, {exercise}: {score} of {points} points").format(
        student=decision.student,
        exercise=decision.exercise,
        score=f"{mark.score:g}",
        points=f"{mark.points:g}",
    )


def _verdict(results: Results, student: str, exercise: str) -> Verdict | None:
    place = results.verdict(student, exercise)
    return Verdict.loads(place.read_text(encoding="utf-8")) if place.exists() else None


def _read(what: str) -> Adjustment:
    """Read what is to be done."""
    if what in WORDS:
        return Adjustment("", "", WORDS[what], "")
    found = NUMBER.fullmatch(what.strip())
    if found is None:
        raise GradebookError(
            _("{what} is no decision; write +2, -1.5, 13 (the score), {words}").format(
                what=what, words=", ".join(WORDS)
            )
        )
    amount = float(found["amount"].replace(",", "."))
    if found["sign"] in ("", "="):
        return Adjustment("", "", Deed.SCORE, "", amount)
    return Adjustment("", "", Deed.CHANGE, "", amount if found["sign"] == "+" else -amount)


def _of_check(decision: Adjustment, check: str, verdict: Verdict | None) -> Adjustment:
    """Return a decision about one check: its score becomes a change of the exercise's."""
    checks = {} if verdict is None else {one.name: one for one in verdict.checks}
    _require(check, tuple(checks), _("no check is called {name}"))
    if decision.deed is Deed.SCORE:
        change = decision.amount - checks[check].score
        return replace(decision, deed=Deed.CHANGE, amount=change, check=check)
    if decision.deed in (Deed.CHANGE, Deed.COMMENT):
        return replace(decision, check=check)
    raise GradebookError(_("only points and a comment can be those of a check"))


def _require(name: str, names: tuple[str, ...], said: Text) -> None:
    if name not in names:
        near = get_close_matches(name, names, 3, 0.5) or sorted(names)[:10]
        raise GradebookError(
            _("{said}; there are: {names}").format(
                said=said.format(name=name), names=", ".join(near) or "–"
            )
        )
