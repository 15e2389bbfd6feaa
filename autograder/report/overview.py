"""What an instructor wants to know about a class, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from autograder.report.counts import CheckCount, Counts, MisconceptionCount
from autograder.verdict.gradebook import Gradebook, Mark

BINS = 10
LESSONS = 3
# What fewer than this share of the class gets wrong is no matter for everyone.
WORTH_TEACHING = 0.05


@dataclass(frozen=True)
class Overview:
    """The class at a glance.

    Attributes:
        students: how many handed something in.
        settled: how many of them have a final total.
        complete: how many earned every point.
        mean: the average share of the points, 0 to 1, of those settled.
        median: the median share.
        bins: how many have 0 to 10 %, …, 90 to 100 % of the points.
        review: how many verdicts someone must look at.
        teach: what to teach again, the most frequent first.
        checks: the checks, the one passed by the smallest share first.
    """

    students: int
    settled: int
    complete: int
    mean: float
    median: float
    bins: tuple[int, ...]
    review: int
    teach: tuple[MisconceptionCount, ...]
    checks: tuple[CheckCount, ...]

    @classmethod
    def of(cls, book: Gradebook, counts: Counts) -> Overview:
        """Work it out."""
        shares = [_share(mark) for mark in book.marks() if not mark.needs_review]
        everyone = len(book.handed_in)
        enough = max(WORTH_TEACHING * everyone, 1)
        frequent = [one for one in counts.misconceptions if len(one.students) >= enough]
        return cls(
            students=everyone,
            settled=len(shares),
            complete=sum(share == 1 for share in shares),
            mean=sum(shares) / len(shares) if shares else 0.0,
            median=median(shares) if shares else 0.0,
            bins=_bins(shares),
            review=sum(1 for _one in book.review),
            teach=tuple(frequent[:LESSONS]),
            checks=tuple(sorted(counts.checks.values(), key=_passing)),
        )


def _share(mark: Mark) -> float:
    return mark.score / mark.points if mark.points else 0.0


def _bins(shares: Sequence[float]) -> tuple[int, ...]:
    """Count the shares in each tenth; all points belong to the last one."""
    places = [min(int(share * BINS + 1e-9), BINS - 1) for share in shares]
    return tuple(places.count(place) for place in range(BINS))


def _passing(check: CheckCount) -> float:
    return check.passed / check.settled if check.settled else 1.0
