"""Grades many cases at once: a warm sandbox in each of a few processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from autograder.course import Course
from autograder.course.exercise import Exercise
from autograder.grading import session
from autograder.sandbox import Limits, Sandbox
from autograder.sandbox.errors import SandboxError
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.kinds import opener
from autograder.submission import Submission
from autograder.verdict import Outcome

from .cases import Case
from .recording import Recording
from .sentences import faults

# The machine may be busy; a right file must not fail for that. One file waits for ever.
PATIENT = Limits(load=60, call=20)
# Where every number that is told must have occurred.
RECKONED = ("numerical_gradient", "gradient_descent")


@dataclass(frozen=True)
class Judged:
    """What came of a case.

    Attributes:
        case: the case.
        outcomes: how each check ended, in their order.
        told: the misconception that each failed check told, or None.
        score: the points earned.
        points: the points that could be earned.
        layers: the layers of isolation in force.
        messages: what each failed check said, in English.
        untrue: what is not so in what was told.
    """

    case: Case
    outcomes: dict[str, Outcome]
    told: dict[str, str | None]
    score: float
    points: float
    layers: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    untrue: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[str, ...]:
        """The checks that failed, in their order."""
        return tuple(self.told)

    @property
    def keys(self) -> frozenset[str]:
        """The misconceptions that were diagnosed."""
        return frozenset(key for key in self.told.values() if key)

    @property
    def is_full(self) -> bool:
        """Whether every point was earned."""
        return self.score == self.points and not self.errors

    @property
    def errors(self) -> tuple[str, ...]:
        """The checks that could not be run: our fault."""
        return tuple(name for name, end in self.outcomes.items() if end is Outcome.ERROR)


def opened(root: Path) -> Course:
    """Give a course with inputs that are the same at every proof.

    Raises:
        ExerciseError: this is no course, or a file of it is broken.
    """
    return replace(Course.at(root), secret=b"a proof")


def judge(course: Course, case: Case, without: str | None = None) -> Judged:
    """Grade a case, with every check or with one of them deleted."""
    exercise = course.exercises[case.exercise]
    submission = Submission(case.student, case.exercise, None, case.source)
    whole = deleted(exercise, without) if without else exercise
    recording = Recording(_opener(course.solutions)())
    verdict = session.alone(submission, whole, recording)
    failed = [check for check in verdict.checks if check.outcome is Outcome.FAILED]
    return Judged(
        case=case,
        outcomes={check.name: check.outcome for check in verdict.checks},
        told={check.name: check.feedback.misconception for check in failed},
        score=verdict.score,
        points=verdict.points,
        layers=verdict.sandbox,
        messages=tuple(check.feedback.message.en for check in failed),
        untrue=tuple(faults(verdict, recording, numbers=case.exercise in RECKONED)),
    )


def deleted(exercise: Exercise, name: str) -> Exercise:
    """Give the exercise without one of its checks, and without the need for it.

    A public check must be missed by students, who have no hidden checks beside it.
    """
    hidden = next(check.hidden for check in exercise.checks if check.name == name)
    rest = [
        check for check in exercise.checks if check.name != name and (hidden or not check.hidden)
    ]
    return replace(
        exercise,
        checks=tuple(
            replace(check, needs=tuple(need for need in check.needs if need != name))
            for check in rest
        ),
    )


@cache
def _opener(solutions: Path) -> Callable[[], Sandbox]:
    """Prepare the locked sandbox; where a layer is missing, trust a corpus of one's own."""
    try:
        return opener(Kind.LOCKED, [solutions], PATIENT)
    except SandboxError:
        return opener(Kind.TRUST, limits=PATIENT)


@dataclass(frozen=True)
class Task:
    """A case to grade, and the check that is deleted for it."""

    case: Case
    without: str | None = None


@cache
def _course(root: Path) -> Course:
    return opened(root)


def _judge(root: Path, task: Task) -> Judged:
    return judge(_course(root), task.case, task.without)


@dataclass(frozen=True)
class Pool:
    """Processes that grade cases of a course."""

    executor: ProcessPoolExecutor
    root: Path

    def judge(self, tasks: Sequence[Task]) -> Iterable[Judged]:
        """Grade every task; the results come in the order of the tasks."""
        return self.executor.map(partial(_judge, self.root), tasks, chunksize=1)


@contextmanager
def pool(course: Course, processes: int = 0) -> Iterator[Pool]:
    """Open processes for grading, by default one for each core."""
    count = processes or os.cpu_count() or 1
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as executor:
        yield Pool(executor, course.folder)
