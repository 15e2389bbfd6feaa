"""What a student's page shows, made ready for its template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from autograder.course.lessons import lesson
from autograder.language import Text
from autograder.report.code import Code
from autograder.report.pictures import Picture, draw
from autograder.verdict import CheckResult, Outcome, Verdict
from autograder.verdict.lateness import IN_TIME, NEVER, Late, Lateness

OUTPUT = 8_000
TOGETHER = 3
FOLDED = (Outcome.PASSED, Outcome.SKIPPED)


@dataclass(frozen=True)
class ShownCheck:
    """A check, with what belongs beside it on the page.

    Attributes:
        id: its anchor on the page.
        pictures: what we saw, drawn.
        seen_above: whether these pictures were drawn for an earlier check already.
        excerpt: the lines around the one that matters.
        lesson: where the misconception is explained, if one was diagnosed.
    """

    id: str
    check: CheckResult
    pictures: tuple[Picture, ...] = ()
    seen_above: bool = False
    excerpt: Code | None = None
    lesson: Text | None = None


@dataclass(frozen=True)
class ShownVerdict:
    """An exercise on a student's page."""

    id: str
    verdict: Verdict
    checks: tuple[ShownCheck, ...]
    code: Code
    lesson: Text
    late: Lateness = IN_TIME

    @property
    def runs(self) -> list[tuple[ShownCheck, ...]]:
        """The checks one by one, but several in a row together that passed or were not reached."""
        runs: list[tuple[ShownCheck, ...]] = []
        for outcome, group in groupby(self.checks, key=lambda shown: shown.check.outcome):
            checks = tuple(group)
            together = outcome in FOLDED and len(checks) >= TOGETHER
            runs += [checks] if together else [(check,) for check in checks]
        return runs

    @property
    def output(self) -> str:
        """What the code printed, as much as a page can hold."""
        return self.verdict.output[:OUTPUT]

    @property
    def to_mend(self) -> list[ShownCheck]:
        """The checks to mend, in the order in which they are best mended."""
        return [one for one in self.checks if one.check.outcome is Outcome.FAILED]


def show(verdicts: Sequence[Verdict], late: Late = NEVER, site: str = "") -> list[ShownVerdict]:
    """Make a student's verdicts ready, in the order given, with links to the course site."""
    return [
        _verdict(
            verdict, f"e{number}", late.get((verdict.student, verdict.exercise), IN_TIME), site
        )
        for number, verdict in enumerate(verdicts, start=1)
    ]


def _verdict(verdict: Verdict, anchor: str, late: Lateness, site: str) -> ShownVerdict:
    marked = {
        check.feedback.line
        for check in verdict.checks
        if check.feedback.line and check.outcome is Outcome.FAILED
    }
    code = Code.of(verdict.source, marked)
    return ShownVerdict(
        id=anchor,
        verdict=verdict,
        checks=tuple(_checks(verdict, code, anchor, site)),
        code=code,
        lesson=lesson(verdict.exercise, at=site),
        late=late,
    )


def _checks(verdict: Verdict, code: Code, anchor: str, site: str) -> Iterator[ShownCheck]:
    """Make the checks ready; evidence that several of them share is drawn for the first one."""
    drawn: list[object] = []
    for number, check in enumerate(verdict.checks, start=1):
        feedback, place = check.feedback, f"{anchor}c{number}"
        seen_above = feedback.evidence in drawn
        pictures = () if seen_above else tuple(draw(feedback.evidence))
        if pictures:
            drawn.append(feedback.evidence)
        if check.outcome is not Outcome.FAILED:
            yield ShownCheck(place, check, pictures)
            continue
        key = feedback.misconception
        around = code.around(feedback.line) if feedback.line else ()
        yield ShownCheck(
            id=place,
            check=check,
            pictures=pictures,
            seen_above=seen_above,
            excerpt=Code(around, is_whole=False) if around else None,
            lesson=lesson(verdict.exercise, key, site) if key else None,
        )
