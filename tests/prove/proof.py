"""The whole proof: grades everything once, and collects what does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course import Course
from autograder.course.release import release

from . import claims, idle, prices, rooms, survivors
from .cases import Case, CaseError, Kind, corpus, ours
from .mutants import mutants
from .running import Judged, Task, opened, pool
from .slips import slips

# The hidden checks take other inputs for each student: what is right is right for all of them.
STUDENTS = ("aoki", "björk")


@dataclass(frozen=True)
class Proof:
    """What was found.

    Attributes:
        course: whose checks.
        judged: every case, as it was graded.
        witnesses: for each check (exercise, name) a case that is judged better without it.
        excused: mutants that survived, each with its reason.
        faults: what does not hold, one sentence each.
    """

    course: Course
    judged: tuple[Judged, ...]
    witnesses: Mapping[idle.Name, Judged]
    excused: Mapping[survivors.Change, str]
    faults: tuple[str, ...]


def prove(root: Path, processes: int = 0, only: Sequence[str] = ()) -> Proof:
    """Grade the corpus and the mutants of a course, and hold them against what must come of them.

    Args:
        root: the course's folder.
        processes: how many grade at once; 0: one for each core.
        only: the exercises that are proved; none named are all.

    Raises:
        UserError: this is no course, or a file of it is broken.
    """
    course = opened(root)
    names = [name for name in course.exercises if not only or name in only]
    if unknown := set(only) - set(names):
        raise CaseError(
            f"no exercise is called {', '.join(sorted(unknown))}; "
            f"there are: {', '.join(course.exercises)}"
        )
    files = [
        case
        for name in names
        for case in (*ours(name, root), *corpus(name, root), *slips(name, root))
    ]
    changed = dict(_mutants(course, names))
    checks = [(name, check.name) for name in names for check in course.exercises[name].checks]
    with pool(course, processes) as workers:
        cases = [*files, *_for_others(files), *changed]
        judged = tuple(workers.judge([Task(case) for case in cases]))
        witnesses = idle.witnesses(judged, checks, workers)
    reasons = survivors.listed(root)
    promised = rooms.contract(root)
    if only:
        reasons = {one: why for one, why in reasons.items() if one[0] in names}
        promised = {name: promised.get(name, ()) for name in names}
    survived = {changed[one.case] for one in claims.survivors(judged)}
    return Proof(
        course=course,
        judged=judged,
        witnesses=witnesses,
        excused={one: reason for one, reason in reasons.items() if one in survived},
        faults=(
            *rooms.gaps(course),
            *rooms.unproved(files, promised),
            *_stale(root),
            *claims.broken(judged),
            *prices.broken(judged, course.exercises),
            *(
                f"{name}: {check} is idle"
                for name, check in checks
                if (name, check) not in witnesses
            ),
            *survivors.unexplained(survived, reasons, changed.values()),
        ),
    )


def _mutants(course: Course, names: Sequence[str]) -> Iterator[tuple[Case, survivors.Change]]:
    for name in names:
        source = (course.folder / "solutions" / f"{name}.py").read_text(encoding="utf-8")
        for mutant in mutants(source):
            case = Case(name, Kind.MUTANT, str(mutant), mutant.source)
            yield case, survivors.change(name, mutant)


def _for_others(cases: Sequence[Case]) -> Iterator[Case]:
    """Give what must earn everything once more for each of some students."""
    for student in STUDENTS:
        yield from (replace(case, student=student) for case in cases if case.is_right)


def _stale(root: Path) -> Iterator[str]:
    """Say what is not as a release would make it."""
    made = release(root, check=True)
    for kind in ("stale", "missing", "orphaned"):
        yield from (f"{path} is {kind}: run `autograder release`" for path in getattr(made, kind))
