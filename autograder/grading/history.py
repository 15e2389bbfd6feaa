"""What a new verdict changes, said before it takes an old one's place; the old one is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from autograder.language import Text
from autograder.verdict import CheckResult, Outcome, Verdict, VerdictError, files
from autograder.verdict.results import Results


@dataclass(frozen=True)
class Turn:
    """One check that ends in another way than before.

    Attributes:
        name: the check's.
        title: what it claims.
        before: how it ended, or None where the check is new.
        after: how it ends, or None where the check is gone.
    """

    name: str
    title: Text
    before: Outcome | None
    after: Outcome | None


@dataclass(frozen=True)
class Change:
    """What is different between an old verdict and the new one.

    Attributes:
        student: whose it is.
        exercise: which one.
        before: the old score.
        after: the new score.
        turns: the checks that end in another way, in the order of the new verdict.
    """

    student: str
    exercise: str
    before: float
    after: float
    turns: tuple[Turn, ...] = ()


def change(old: Verdict, new: Verdict) -> Change | None:
    """Compare two verdicts on one submission; None where every check ends as it did."""
    before = {check.name: check for check in old.checks}
    after = {check.name: check for check in new.checks}
    turns = tuple(
        turn
        for name in (*after, *(name for name in before if name not in after))
        if (turn := _turn(name, before.get(name), after.get(name))) is not None
    )
    if not turns and old.score == new.score:
        return None
    return Change(new.student, new.exercise, old.score, new.score, turns)


def _turn(name: str, before: CheckResult | None, after: CheckResult | None) -> Turn | None:
    was, now = (one.outcome if one else None for one in (before, after))
    shown = after or before
    if was == now or shown is None:
        return None
    return Turn(name, shown.title, was, now)


def compare(results: Results, text: str) -> Change | None:
    """Compare a new verdict file's text with the verdict that lies in the results.

    None where there is no verdict yet, or none that can be read.
    """
    new = Verdict.loads(text)
    try:
        path = results.verdict(new.student, new.exercise)
        return change(Verdict.loads(path.read_text(encoding="utf-8")), new)
    except (OSError, UnicodeDecodeError, VerdictError):
        return None


def keep(results: Results, student: str, exercise: str) -> None:
    """Put a verdict that is about to be replaced into the history, named by when it was written.

    Doing so twice, as after a crash, keeps it once.

    Raises:
        OSError: it cannot be written.
    """
    path = results.verdict(student, exercise)
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    kept = results.kept(student, exercise, written)
    if not kept.exists():
        files.write(kept, path.read_bytes())
