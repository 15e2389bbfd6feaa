"""What a new verdict changes: the old one is compared with it, then kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from autograder.language import Text
from autograder.verdict import CheckResult, Verdict, VerdictError, files
from autograder.verdict.results import Results
from autograder.verdict.summary import Head


@dataclass(frozen=True)
class Turn:
    """One check that ends in another way than before, or is worth something else.

    Attributes:
        title: what it claims.
        before: the result before, or None where the check is new.
        after: the result now, or None where the check is gone.
    """

    title: Text
    before: CheckResult | None
    after: CheckResult | None

    @property
    def name(self) -> str:
        """The check's."""
        shown = self.after or self.before
        return shown.name if shown else ""


@dataclass(frozen=True)
class Change:
    """What is different between an old verdict and the new one on the same exercise.

    Attributes:
        before: the old head.
        after: the new head.
        turns: the checks that differ, in the order of the new verdict.
    """

    before: Head
    after: Head
    turns: tuple[Turn, ...] = ()


def change(old: Verdict, new: Verdict) -> Change | None:
    """Compare two verdicts on one submission; None where every check ends and counts as it did."""
    before = {check.name: check for check in old.checks}
    after = {check.name: check for check in new.checks}
    turns = tuple(
        turn
        for name in (*after, *(name for name in before if name not in after))
        if (turn := _turn(before.get(name), after.get(name))) is not None
    )
    return Change(Head.of(old), Head.of(new), turns) if turns else None


def _turn(before: CheckResult | None, after: CheckResult | None) -> Turn | None:
    was, now = ((one.outcome, one.points) if one else None for one in (before, after))
    shown = after or before
    return None if was == now or shown is None else Turn(shown.title, before, after)


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
