"""A class → verdict files: in parallel, each submission once, and only what has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

from autograder.course import Course, versions
from autograder.course.exercise import Exercise
from autograder.grading import executors, history, session
from autograder.grading.executors import Crew
from autograder.grading.history import Change
from autograder.language import Text
from autograder.sandbox import Sandbox
from autograder.sandbox.trusted.kinds import Kind, opener
from autograder.submission import Submission
from autograder.verdict import files
from autograder.verdict.results import Results
from autograder.verdict.summary import Head


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
class Outcome:
    """What came of one submission, where it was graded.

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
class Graded:
    """What is told of one submission; its verdict is in its file by then.

    Attributes:
        student: who handed it in.
        exercise: which one.
        head: its score.
        is_new: whether it was graded in this run.
        change: how the new verdict differs from the one that it replaces, or None.
    """

    student: str
    exercise: str
    head: Head
    is_new: bool = False
    change: Change | None = None


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
    crew: Crew = executors.alone,
    write: bool = True,
    tell: Callable[[Change], object] = lambda _change: None,
) -> Iterator[Graded]:
    """Grade a class; give each submission's outcome as soon as its verdict file is written.

    A verdict that lies in the results and depends on nothing that has changed is kept. The bytes
    of a verdict file follow from the submission and the course, not from the order or the crew.

    Args:
        submissions: sorted by student.
        course: whose exercises.
        results: where verdicts are written, each whole or not at all.
        kind: how far the code is trusted.
        crew: who does the work.
        write: False leaves the results as they are.
        tell: hears what a verdict will change, before it is written.
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
    if write and left:
        results.sweep()
    for outcomes in (crew if len(left) > 1 else executors.alone)(grade_student, left):
        for outcome in outcomes:
            yield _settled(outcome, results, write, tell)


def _settled(
    outcome: Outcome, results: Results, write: bool, tell: Callable[[Change], object]
) -> Graded:
    """Tell what an outcome changes, keep the old verdict, and put the new one in its place."""
    student, exercise, text = outcome.student, outcome.exercise, outcome.text
    if text is None:
        return Graded(student, exercise, outcome.head)
    change = None
    if outcome.before is not None:
        change = history.compare(results, text)
        if change is not None:
            tell(change)
        if write:
            history.keep(results, student, exercise)
    if write:
        files.write(results.verdict(student, exercise), text)
    return Graded(student, exercise, outcome.head, is_new=True, change=change)


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


def grade_student(work: Work) -> tuple[Outcome, ...]:
    """Grade what has changed of one student's exercises, in their order."""
    open_sandbox = _opener(work.kind, work.course)
    heads: dict[str, Head] = {}
    outcomes = []
    for exercise in _in_order(work):
        step = _step(work, work.submissions[exercise.name], exercise, heads)
        before = work.known.get(exercise.name)
        student = step.submission.student
        if before is not None and before.key == step.key and not before.needs_review:
            heads[exercise.name] = before
            outcomes.append(Outcome(student, exercise.name, before))
            continue
        verdict = session.grade(step.submission, exercise, open_sandbox(), step.modules, step.notes)
        verdict = replace(verdict, key=step.key)
        heads[exercise.name] = Head.of(verdict)
        head = heads[exercise.name]
        outcomes.append(Outcome(student, exercise.name, head, before, verdict.dumps()))
    return tuple(outcomes)


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
    modules, notes = session.modules_for(exercise, work.submissions, working)
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
