"""How a check ends without being passed: what the student is told, for which cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from autograder.language import NOTHING, Text
from autograder.verdict import Feedback


class Failure(Exception):
    """A check that a submission does not pass, with what the student is told.

    Attributes:
        feedback: what was seen.
        cause: a name for what went wrong, or None.
        is_open: whether a student may read the message where the check is hidden.
    """

    def __init__(self, feedback: Feedback, cause: str | None = None, is_open: bool = False) -> None:
        super().__init__(feedback.message.en)
        self.feedback = feedback
        self.cause = cause or feedback.misconception
        self.is_open = is_open


class StudentFault(Exception):
    """The student's code gave no value to judge.

    Attributes:
        cause: what went wrong, to tell one cause from another.
        feedback: what the student is told.
    """

    def __init__(self, cause: tuple[object, ...], feedback: Feedback) -> None:
        super().__init__(feedback.message.en)
        self.cause = cause
        self.feedback = feedback


def fail(
    message: Text,
    *,
    hint: Text = NOTHING,
    misconception: str | None = None,
    cause: str | None = None,
    line: int | None = None,
    evidence: Mapping[str, Any] | None = None,
    is_open: bool = False,
) -> NoReturn:
    """End the check: it is not passed.

    Args:
        message: what we saw, with numbers.
        hint: one idea to try.
        misconception: the diagnosed cause, if there is evidence for one.
        cause: a name for what went wrong where it is no known misconception: a later check that
            fails for the same cause is not judged. Default: the misconception.
        line: the line of the submission that matters, if it is known.
        evidence: plain data for pictures.
        is_open: whether the message says nothing of inputs and values, so that a student may read
            it where the check is hidden; of others, only the instructor does.
    """
    raise Failure(Feedback(message, hint, misconception, line, evidence or {}), cause, is_open)


def fail_if_cut_off(fault: StudentFault) -> None:
    """Fail for whole numbers that could not take up a fraction, where numpy itself refused."""
    if any(kind in fault.cause for kind in ("UFuncTypeError", "_UFuncOutputCastingError")):
        feedback = fault.feedback
        fail(
            feedback.message,
            hint=feedback.hint,
            misconception="integer-truncation",
            line=feedback.line,
        )
