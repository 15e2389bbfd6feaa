"""The checks of one submission, run in their order; says whose fault it is when one fails."""

from __future__ import annotations

import hashlib
import traceback

import numpy as np

from autograder.checking import Failure, Student, StudentFault, messages
from autograder.checking.code import Code
from autograder.course.exercise import Check, Exercise
from autograder.grading.bounds import Exceeded
from autograder.language import Text
from autograder.submission import Submission
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict

MAX_TRACEBACK = 10_000  # characters, of which the last tell most

Cause = tuple[object, ...]


def seed_of(submission: Submission, exercise: Exercise, check: str = "") -> int:
    """Return the seed of a check's random inputs for a submission; "" for all checks."""
    content = (
        submission.digest
        or hashlib.sha256(submission.source.encode("utf-8", "surrogatepass")).hexdigest()
    )
    return exercise.seed(submission.student, check, content)


class Judging:
    """The checks of one submission, with the causes already told."""

    def __init__(self, submission: Submission, exercise: Exercise, code: Code) -> None:
        self._submission, self._exercise, self._code = submission, exercise, code
        self._student = Student(code)
        self._causes: dict[Cause, Text] = {}
        self._titles = {check.name: check.title for check in exercise.checks}
        self._outcomes: dict[str, Outcome] = {}
        self._over: StudentFault | None = None

    def results(self) -> tuple[CheckResult, ...]:
        """Run every check once."""
        return tuple(self._result(check) for check in self._exercise.checks)

    def _result(self, check: Check) -> CheckResult:
        told, self._seen, self._code.is_quiet = "", "", check.hidden
        try:
            outcome, feedback = self._outcome(check)
        except (Exceeded, MemoryError) as fault:
            self._over = StudentFault(("bounds",), messages.over(isinstance(fault, MemoryError)))
            outcome, feedback = self._failed(check, self._over.feedback, self._over.cause, True)
        except Exception as fault:  # noqa: BLE001 -- whatever else goes wrong is ours
            outcome, feedback = Outcome.ERROR, messages.our_error(type(fault).__name__)
            told = _traced(fault)
        self._outcomes[check.name] = outcome
        return CheckResult(
            check.name,
            check.title,
            outcome,
            check.points,
            feedback,
            hidden=check.hidden,
            traceback=told,
            seen=self._seen,
        )

    def _outcome(self, check: Check) -> tuple[Outcome, Feedback]:
        for name in check.needs:
            if self._outcomes.get(name) is not Outcome.PASSED:
                return Outcome.SKIPPED, messages.not_reached(self._titles[name])
        if self._submission.review is not None:
            return Outcome.ERROR, Feedback(self._submission.review)
        try:
            if self._over is not None:
                raise self._over
            if self._submission.problem is not None:
                raise StudentFault(("problem",), Feedback(self._submission.problem))
            with np.errstate(all="ignore"):  # that a student's numbers overflow is no news
                check.function(**{name: self._fixture(name, check) for name in check.asks_for})
        except Failure as failure:
            cause = ("cause", failure.cause) if failure.cause else ()
            return self._failed(check, failure.feedback, cause, failure.is_open)
        except StudentFault as fault:
            return self._failed(check, fault.feedback, fault.cause, fault is self._over, False)
        return Outcome.PASSED, Feedback()

    def _fixture(self, name: str, check: Check) -> object:
        match name:
            case "student":
                return self._student
            case "reference":
                return self._exercise.reference
            case "rng":
                return np.random.default_rng(seed_of(self._submission, self._exercise, check.name))
        raise TypeError(f"{check.name} asks for {name}")

    def _failed(
        self,
        check: Check,
        feedback: Feedback,
        cause: Cause,
        is_open: bool,
        is_value: bool = True,
    ) -> tuple[Outcome, Feedback]:
        """One cause costs one check: where it was told before, the check is not judged."""
        if cause and cause in self._causes:
            return Outcome.SKIPPED, messages.same_cause(self._causes[cause])
        if cause:
            self._causes[cause] = check.title
        if check.hidden and not is_open:
            self._seen = f"{feedback.message.en} {feedback.hint.en}".strip()
            feedback = messages.withheld(feedback, is_value)
        return Outcome.FAILED, feedback


def unjudged(submission: Submission, exercise: Exercise, fault: BaseException) -> Verdict:
    """Return the verdict on a submission that could not be judged, for an error of ours."""
    return _without_judgement(
        submission, exercise, messages.our_error(type(fault).__name__), _traced(fault)
    )


def killed(submission: Submission, exercise: Exercise) -> Verdict:
    """Return the verdict on a submission whose judging ended the process that judged it."""
    return _without_judgement(submission, exercise, messages.killed())


def _without_judgement(
    submission: Submission, exercise: Exercise, feedback: Feedback, told: str = ""
) -> Verdict:
    checks = (
        CheckResult(
            check.name, check.title, Outcome.ERROR, check.points, feedback, check.hidden, told
        )
        for check in exercise.checks
    )
    return Verdict(submission.student, exercise.name, tuple(checks))


def _traced(fault: BaseException) -> str:
    """Return the end of a traceback, in letters that every file takes."""
    told = "".join(traceback.format_exception(fault))[-MAX_TRACEBACK:]
    return told.encode("utf-8", "backslashreplace").decode("utf-8")


def notes(code: Code, results: tuple[CheckResult, ...]) -> tuple[Text, ...]:
    """Tell what happened at the file's top level, where no check has told it."""
    told = {result.feedback.line for result in results if result.feedback.line}
    found = [messages.top_level(trouble) for trouble in code.troubles if trouble.line not in told]
    if code.definitions_only:
        found.insert(0, messages.only_definitions())
    return tuple(found[:5])
