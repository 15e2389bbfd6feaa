"""One submission → one verdict: runs the checks, and says whose fault it is when they fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

import numpy as np

from autograder.checking import Failure, Student, StudentFault, messages
from autograder.checking.code import Code
from autograder.course.exercise import Check, Exercise
from autograder.language import Text
from autograder.sandbox import Program, Sandbox
from autograder.submission import Submission
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict

Cause = tuple[object, ...]


def grade(
    submission: Submission,
    exercise: Exercise,
    sandbox: Sandbox,
    modules: Mapping[str, str] | None = None,
    notes: tuple[Text, ...] = (),
) -> Verdict:
    """Grade one submission.

    Args:
        submission: what was handed in.
        exercise: whose checks are run, in their order.
        sandbox: where the student's code runs; left closed.
        modules: sources of other exercises that the submission may import, by name.
        notes: what a student should know about those.
    """
    program = Program(exercise.name, submission.source, dict(modules or {}))
    code = Code(sandbox, program, exercise.functions, exercise.seed(submission.student, ""))
    try:
        results = _Run(submission, exercise, Student(code)).results()
    finally:
        sandbox.close()
    return Verdict(
        student=submission.student,
        exercise=exercise.name,
        checks=results,
        notes=(*submission.notes, *notes, *_notes(code, results)),
        output=code.output,
        source=submission.source,
        sandbox=tuple(sandbox.layers),
    )


def grade_with_neighbours(
    submission: Submission,
    exercises: Mapping[str, Exercise],
    neighbour: Callable[[str], Submission | None],
    sandbox: Callable[[str], Sandbox],
) -> Verdict:
    """Grade a submission beside the student's others, where they work on them.

    The exercises that it builds on are the student's own where they earn full marks.

    Args:
        submission: what was handed in.
        exercises: by name; at least the submission's own and those that it builds on.
        neighbour: gives the student's submission of another exercise, if there is one.
        sandbox: gives where the code of one exercise runs.
    """
    exercise = exercises[submission.exercise]
    submissions: dict[str, Submission] = {}
    working: list[str] = []

    def verdict(one: Exercise) -> Verdict:
        modules, notes = modules_for(one, submissions, working)
        return grade(submissions[one.name], one, sandbox(one.name), modules, notes)

    for name in exercise.builds_on:
        other = neighbour(name)
        if other is not None:
            submissions[name] = other
            if verdict(exercises[name]).is_full:
                working.append(name)
    submissions[exercise.name] = submission
    return verdict(exercise)


def modules_for(
    exercise: Exercise, submissions: Mapping[str, Submission], working: Collection[str]
) -> tuple[dict[str, str], tuple[Text, ...]]:
    """Give the other exercises that a submission may import, and what to tell about them.

    Args:
        exercise: the one that is graded.
        submissions: the student's, by exercise.
        working: those that earn full marks; a stand-in takes the place of every other.
    """
    modules: dict[str, str] = {}
    notes: list[Text] = []
    own = submissions.get(exercise.name)
    for name in exercise.leans_on:
        if name in submissions and name in working:
            modules[name] = submissions[name].source
            continue
        modules[name] = exercise.stand_in(name)
        if own is not None and re.search(rf"\bimport\b.*\b{name}\b|\bfrom {name}\b", own.source):
            notes.append(messages.stand_in(name))
    return modules, tuple(notes)


class _Run:
    """The checks of one submission, with the causes already told."""

    def __init__(self, submission: Submission, exercise: Exercise, student: Student) -> None:
        self._submission, self._exercise, self._student = submission, exercise, student
        self._causes: dict[Cause, Text] = {}
        self._titles = {check.name: check.title for check in exercise.checks}
        self._outcomes: dict[str, Outcome] = {}

    def results(self) -> tuple[CheckResult, ...]:
        """Run every check once."""
        return tuple(self._result(check) for check in self._exercise.checks)

    def _result(self, check: Check) -> CheckResult:
        outcome, feedback = self._outcome(check)
        self._outcomes[check.name] = outcome
        return CheckResult(
            check.name, check.title, outcome, check.points, feedback, hidden=check.hidden
        )

    def _outcome(self, check: Check) -> tuple[Outcome, Feedback]:
        for name in check.needs:
            if self._outcomes.get(name) is not Outcome.PASSED:
                return Outcome.SKIPPED, messages.not_reached(self._titles[name])
        try:
            if self._submission.problem is not None:
                raise StudentFault(("problem",), Feedback(self._submission.problem))
            with np.errstate(all="ignore"):  # that a student's numbers overflow is no news
                check.function(**{name: self._fixture(name, check) for name in check.asks_for})
        except Failure as failure:
            cause = ("cause", failure.cause) if failure.cause else ()
            return self._failed(check, failure.feedback, cause)
        except StudentFault as fault:
            return self._failed(check, fault.feedback, fault.cause)
        except Exception as fault:  # noqa: BLE001 -- whatever else goes wrong is ours
            return Outcome.ERROR, messages.our_error(type(fault).__name__)
        return Outcome.PASSED, Feedback()

    def _fixture(self, name: str, check: Check) -> object:
        match name:
            case "student":
                return self._student
            case "reference":
                return self._exercise.reference
            case "rng":
                return np.random.default_rng(
                    self._exercise.seed(self._submission.student, check.name)
                )
        raise TypeError(f"{check.name} asks for {name}")

    def _failed(self, check: Check, feedback: Feedback, cause: Cause) -> tuple[Outcome, Feedback]:
        """One cause costs one check: where it was told before, the check is not judged."""
        if cause and cause in self._causes:
            return Outcome.SKIPPED, messages.same_cause(self._causes[cause])
        if cause:
            self._causes[cause] = check.title
        return Outcome.FAILED, feedback


def _notes(code: Code, results: tuple[CheckResult, ...]) -> tuple[Text, ...]:
    """Tell what happened at the file's top level, where no check has told it."""
    told = {result.feedback.line for result in results if result.feedback.line}
    notes = [messages.top_level(trouble) for trouble in code.troubles if trouble.line not in told]
    if code.definitions_only:
        notes.insert(0, messages.only_definitions())
    return tuple(notes[:5])
