"""Numbers as they are written in every report, so that all of them show the same."""

from __future__ import annotations

from autograder.language import Text, _
from autograder.verdict import Verdict


def number(value: float) -> str:
    """Give points without needless zeros: 4, 7.5, 0.33."""
    return f"{round(value, 2):.2f}".rstrip("0").rstrip(".")


def percent(part: float, whole: float) -> str:
    """Return a share as a whole per cent; only nothing is shown as 0 % and only all as 100 %."""
    if not whole:
        return "–"
    share = round(100 * part / whole)
    if 0 < part < whole:
        share = min(max(share, 1), 99)
    return f"{share} %"


def score(verdict: Verdict) -> Text:
    """Return what was earned, in words; blank where our error leaves it open."""
    if verdict.needs_review:
        return _("not scored yet: someone will look at it")
    return points(verdict.score, verdict.points)


def points(earned: float, possible: float) -> Text:
    """Give points earned of points possible, in words."""
    return _("{score} of {points} points").format(score=number(earned), points=number(possible))
