"""A class → verdict files: in parallel, each submission once, and only what has changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from autograder import grading
from autograder.course import Course, versions
from autograder.exercise import Exercise
from autograder.language import Text
from autograder.results import Results, put
from autograder.sandbox import Sandbox
from autograder.sandbox.kinds import Kind, opener
from autograder.submission import Submission
from autograder.verdict import Verdict

HEAD = re.compile(
    r'"score": (?P<score>[\d.e+-]+),\s+"points": (?P<points>[\d.e+-]+),\s+'
    r'"needs_review": (?P<review>true|false),\s+"key": "(?P<key>[0-9a-f]*)"'
)
HEAD_BYTES = 2_000


@dataclass(frozen=True)
class Head:
    """The beginning of a verdict: its score, and the key of what it depends on."""

    score: float
    points: float
    needs_review: bool
    key: str

    @property
    def is_full(self) -> bool:
        """Whether every point was earned."""
        return not self.needs_review and self.score == self.points

    @classmethod
    def of(cls, verdict: Verdict) -> Head:
        """Give the head of a verdict."""
        return cls(verdict.score, verdict.points, verdict.needs_review, verdict.key)

    @classmethod
    def read(cls, path: Path) -> Head | None:
        """Read the head of a verdict file; None if there is no whole one."""
        try:
            with path.open("rb") as file:
                text = file.read(HEAD_BYTES).decode("utf-8", "ignore")
        except OSError:
            return None
        found = HEAD.search(text)
        if found is None:
            return None
        return cls(
            float(found["score"]), float(found["points"]), found["review"] == "true", found["key"]
        )


@dataclass(frozen=True)
class Work:
    """One student's submissions, to be graded in one go.

    Attributes:
        course: whose exercises.
        kind: how far the code is trusted.
        submissions: by exercise.
        known: heads of verdicts that lie in the results already, by exercise.
    """

    course: Course
    kind: Kind
    submissions: Mapping[str, Submission]
    known: Mapping[str, Head] = field(default_factory=dict)


@dataclass(frozen=True)
class Graded:
    """What came of one submission.

    Attributes:
        student: who handed it in.
        exercise: which one.
        head: its score.
        before: the head of the verdict that it replaces, or None.
        text: the verdict file's text, or None where the old one still holds.
    """

    student: str
    exercise: str
    head: Head
    before: Head | None = None
    text: str | None = None


@dataclass(frozen=True)
class Step:
    """One exercise of one student, and what its verdict depends on."""

    submission: Submission
    exercise: Exercise
    modules: Mapping[str, str]
    notes: tuple[Text, ...]
    key: str


def grade_class(
    submissions: Iterable[Submission],
    course: Course,
    results: Results,
    kind: Kind = Kind.LOCKED,
    processes: int = 1,
    write: bool = True,
) -> Iterator[Graded]:
    """Grade a class; give each submission's outcome as soon as its verdict file is written.

    A verdict that lies in the results and depends on nothing that has changed is kept.

    Args:
        submissions: sorted by student.
        course: whose exercises.
        results: where verdicts are written, each whole or not at all.
        kind: how far the code is trusted.
        processes: how many submissions are graded at once.
        write: False leaves the results as they are.
    """
    left: list[Work] = []
    for student, own in groupby(submissions, key=lambda submission: submission.student):
        by_exercise = {submission.exercise: submission for submission in own}
        heads = {name: Head.read(results.verdict(student, name)) for name in by_exercise}
        known = {name: head for name, head in heads.items() if head is not None}
        work = Work(course, kind, by_exercise, known)
        kept = list(unchanged(work))
        if len(kept) == len(by_exercise):
            yield from kept
        else:
            left.append(work)
    for outcome in _run(left, processes):
        for graded in outcome:
            if write and graded.text is not None:
                put(results.verdict(graded.student, graded.exercise), graded.text)
            yield graded


def _run(left: list[Work], processes: int) -> Iterator[tuple[Graded, ...]]:
    """Grade in this process, or in several."""
    if processes <= 1 or len(left) <= 1:
        yield from map(grade_student, left)
        return
    executor: Executor = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    with executor:
        yield from executor.map(grade_student, left, chunksize=1)


def unchanged(work: Work) -> Iterator[Graded]:
    """Give the exercises of a student whose verdicts still hold, up to the first that does not."""
    heads: dict[str, Head] = {}
    for exercise in _in_order(work):
        submission = work.submissions[exercise.name]
        key = _step(work, submission, exercise, heads).key
        head = work.known.get(exercise.name)
        if head is None or head.key != key or head.needs_review:
            return
        heads[exercise.name] = head
        yield Graded(submission.student, exercise.name, head)


def grade_student(work: Work) -> tuple[Graded, ...]:
    """Grade what has changed of one student's exercises, in their order."""
    open_sandbox = _opener(work.kind, work.course)
    heads: dict[str, Head] = {}
    outcome = []
    for exercise in _in_order(work):
        step = _step(work, work.submissions[exercise.name], exercise, heads)
        before = work.known.get(exercise.name)
        student = step.submission.student
        if before is not None and before.key == step.key and not before.needs_review:
            heads[exercise.name] = before
            outcome.append(Graded(student, exercise.name, before))
            continue
        verdict = grading.grade(step.submission, exercise, open_sandbox(), step.modules, step.notes)
        verdict = replace(verdict, key=step.key)
        heads[exercise.name] = Head.of(verdict)
        graded = Graded(student, exercise.name, Head.of(verdict), before, verdict.dumps())
        outcome.append(graded)
    return tuple(outcome)


def _in_order(work: Work) -> Iterator[Exercise]:
    """Give the exercises that were handed in, each behind those that it builds on."""
    for name, exercise in work.course.exercises.items():
        if name in work.submissions:
            yield exercise


def _step(
    work: Work, submission: Submission, exercise: Exercise, heads: Mapping[str, Head]
) -> Step:
    """Say what an exercise's verdict depends on; its own other exercises only where they work."""
    working = [name for name, head in heads.items() if head.is_full]
    modules, notes = grading.modules_for(exercise, work.submissions, working)
    digest = hashlib.sha256()
    for part in (
        submission.digest,
        submission.source,
        str(submission.problem or ""),
        submission.student,
        exercise.digest,
        work.kind,
        *(f"{name}={source}" for name, source in sorted(modules.items())),
        *(str(note) for note in (*submission.notes, *notes)),
        *(f"{name} {number}" for name, number in _versions().items()),
    ):
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return Step(submission, exercise, modules, notes, digest.hexdigest())


@cache
def _opener(kind: Kind, course: Course) -> Callable[[], Sandbox]:
    """Prepare a sandbox once for each process that grades."""
    return opener(kind, [course.solutions] if course.solutions else [])


@cache
def _versions() -> Mapping[str, str]:
    return versions()
