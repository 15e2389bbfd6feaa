"""A class → verdict files: in parallel, each submission once, and only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

from autograder.checking import messages
from autograder.course import Course, secret
from autograder.grading import executors, history, judging
from autograder.grading.executors import Crew, Killed
from autograder.grading.history import Change
from autograder.grading.session import Session, Unopened
from autograder.sandbox import Sandbox
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.kinds import opener
from autograder.submission import Submission
from autograder.verdict import Verdict, files
from autograder.verdict.results import Results
from autograder.verdict.summary import Head

# Bytes of one verdict file; one with three figures in it has 90,000.
LARGEST = 1_000_000


@dataclass(frozen=True)
class Work:
    """One student's submissions, to be graded in one go.

    Attributes:
        course: whose exercises.
        kind: how far the code is trusted.
        submissions: by exercise.
        known: heads of verdicts that lie in the results already, by exercise.
        due: the exercises that are wanted; the others are graded only where those import them.
    """

    course: Course
    kind: Kind
    submissions: Mapping[str, Submission]
    known: Mapping[str, Head] = field(default_factory=dict)
    due: Collection[str] = ()

    @property
    def wanted(self) -> tuple[Submission, ...]:
        """What is to be graded, each exercise behind those that it depends on."""
        names = [name for name in self.course.exercises if name in self.submissions]
        return tuple(self.submissions[name] for name in names if not self.due or name in self.due)


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
        broken: the verdict without code and pictures, where a check of ours broke.
    """

    student: str
    exercise: str
    head: Head
    is_new: bool = False
    change: Change | None = None
    broken: Verdict | None = None


def grade_class(
    submissions: Iterable[Submission],
    course: Course,
    results: Results,
    kind: Kind = Kind.LOCKED,
    crew: Crew = executors.alone,
    write: bool = True,
    due: Collection[str] = (),
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
        due: the exercises that are wanted; none named are all.
    """
    left: list[Work] = []
    for student, own in groupby(submissions, key=lambda submission: submission.student):
        by_exercise = {submission.exercise: submission for submission in own}
        heads = {name: Head.read(results.verdict(student, name)) for name in by_exercise}
        known = {name: head for name, head in heads.items() if head is not None}
        work = Work(course, kind, by_exercise, known, due)
        kept = list(unchanged(work))
        if len(kept) == len(work.wanted):
            yield from kept
        else:
            left.append(work)
    if write and left:
        results.sweep()
    for outcomes in (crew if _is_for_a_crew(left) else executors.alone)(grade_student, left):
        given = _killed(outcomes.task) if isinstance(outcomes, Killed) else outcomes
        for outcome in given:
            yield _settled(outcome, results, write)


def _is_for_a_crew(left: Sequence[Work]) -> bool:
    """Say whether to leave this process; one student is graded here, unless that may end it."""
    return len(left) > 1 or any(head.needs_review for one in left for head in one.known.values())


def _killed(work: Work) -> Iterator[Outcome]:
    """Return what is written of a student whose judging kills the process that does it."""
    for submission in work.wanted:
        exercise = work.course.exercises[submission.exercise]
        yield _written(work, judging.killed(submission, exercise))


def _settled(outcome: Outcome, results: Results, write: bool) -> Graded:
    """Look at what an outcome changes, keep the old verdict, and put the new one in its place."""
    student, exercise, text = outcome.student, outcome.exercise, outcome.text
    if text is None:
        return Graded(student, exercise, outcome.head)
    change = None
    if outcome.before is not None:
        change = history.compare(results, text)
        if write:
            history.keep(results, student, exercise)
    if write:
        files.write(results.verdict(student, exercise), text)
    broken = Verdict.loads(text).lean() if outcome.head.needs_review else None
    return Graded(student, exercise, outcome.head, is_new=True, change=change, broken=broken)


def unchanged(work: Work) -> Iterator[Graded]:
    """Return the exercises of a student whose verdicts hold, up to the first that does not."""

    def none(_name: str) -> Sandbox:
        raise Unopened

    session = _session(work, none)
    for submission in work.wanted:
        try:
            head = session.result(submission.exercise).head
        except Unopened:
            return
        yield Graded(submission.student, submission.exercise, head)


def grade_student(work: Work) -> tuple[Outcome, ...]:
    """Grade what has changed of one student's exercises, in their order."""
    opened = _opener(work.kind, work.course)
    session = _session(work, lambda _name: opened())
    return tuple(_outcome(session, work, submission) for submission in work.wanted)


def _session(work: Work, sandbox_for: Callable[[str], Sandbox]) -> Session:
    return Session(work.course.exercises, work.submissions.get, sandbox_for, work.kind, work.known)


def _outcome(session: Session, work: Work, submission: Submission) -> Outcome:
    result = session.result(submission.exercise)
    if result.verdict is None:
        return Outcome(submission.student, submission.exercise, result.head)
    try:
        return _written(work, result.verdict)
    except (
        ValueError,
        TypeError,
        MemoryError,
        RecursionError,
    ) as fault:  # no JSON
        exercise = work.course.exercises[submission.exercise]
        return _written(work, judging.unjudged(submission, exercise, fault))


def _written(work: Work, verdict: Verdict) -> Outcome:
    """Return an outcome with its file's text; pictures that are too large are left out of it."""
    text = verdict.dumps()
    if len(text.encode()) > LARGEST:
        verdict = replace(verdict.lean(), notes=(*verdict.notes, messages.without_pictures()))
        text = verdict.dumps()
    before = work.known.get(verdict.exercise)
    return Outcome(verdict.student, verdict.exercise, Head.of(verdict), before, text)


@cache
def _opener(kind: Kind, course: Course) -> Callable[[], Sandbox]:
    """Prepare a sandbox once for each process that grades."""
    hidden = [course.solutions, course.folder / secret.FILE] if course.solutions else []
    return opener(kind, [path for path in hidden if path.exists()])
