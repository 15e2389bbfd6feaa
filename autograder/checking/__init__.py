"""What a check file may use: points, needs, fail, Spy, and readings of what a function gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

import numpy as np

from autograder.figures.model import Picture
from autograder.language import NOTHING, Text, _, plain
from autograder.sandbox.values import Opaque
from autograder.verdict import Feedback

__all__ = [
    "Failure",
    "Spy",
    "StudentFault",
    "Text",
    "_",
    "as_array",
    "fail",
    "fail_if_cut_off",
    "kind_of",
    "needs",
    "number",
    "plain",
    "points",
    "shown",
    "vector",
]

Check = TypeVar("Check", bound=Callable[..., None])


class Failure(Exception):
    """A check that a submission does not pass, with what the student is told."""

    def __init__(self, feedback: Feedback, cause: str | None = None) -> None:
        super().__init__(feedback.message.en)
        self.feedback = feedback
        self.cause = cause or feedback.misconception


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


def points(value: float) -> Callable[[Check], Check]:
    """Say what a check is worth."""

    def mark(check: Check) -> Check:
        check.points = value  # type: ignore[attr-defined]
        return check

    return mark


def needs(*names: str) -> Callable[[Check], Check]:
    """Say which checks must have passed before this one means anything."""

    def mark(check: Check) -> Check:
        check.needs = names  # type: ignore[attr-defined]
        return check

    return mark


def fail(
    message: Text,
    *,
    hint: Text = NOTHING,
    misconception: str | None = None,
    cause: str | None = None,
    line: int | None = None,
    evidence: Mapping[str, Any] | None = None,
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
    """
    raise Failure(Feedback(message, hint, misconception, line, evidence or {}), cause)


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


class Spy:
    """Our f, which remembers where it was evaluated.

    Args:
        function: what is evaluated, on arrays.
    """

    __name__ = "f"

    def __init__(self, function: Callable[[np.ndarray], Any]) -> None:
        self.function = function
        self.visits: list[np.ndarray] = []

    def __call__(self, x: np.ndarray) -> Any:
        """Evaluate, and remember the point."""
        self.visits.append(x)
        return self.function(x)

    def points(self, like: np.ndarray) -> np.ndarray:
        """Give the points visited, in order, shape (visits, *like.shape), real parts only.

        A stack of points evaluated at once, shape (*like.shape, k), counts as k visits.
        """
        rows = [np.empty((0, *like.shape))]
        for visit in self.visits:
            if visit.shape == like.shape:
                rows.append(visit.real[None])
            elif visit.shape[: like.ndim] == like.shape:
                stack = visit.real.reshape(*like.shape, -1)
                rows.append(np.moveaxis(stack, -1, 0))
        return np.concatenate(rows).astype(float)

    @property
    def is_complex(self) -> bool:
        """Whether f was evaluated at complex points, as the complex-step method does."""
        return any(np.iscomplexobj(visit) for visit in self.visits)


def as_array(value: Any) -> np.ndarray | None:
    """Give a returned value as a float64 array, or None where it is none."""
    if value is None or isinstance(value, (str, dict, Opaque)):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError):  # rows of unequal length
        return None
    if array.dtype.kind == "c" and not array.imag.any():
        array = array.real
    return array.astype(float) if array.dtype.kind in "biuf" else None


def vector(value: Any, like: np.ndarray, name: str) -> np.ndarray:
    """Give a returned value as an array of a given shape, all finite, or fail.

    Lists, tuples, float32 and 0-d components are as right as an array.
    """
    if value is None or isinstance(value, Picture):
        fail(
            _("`{name}` gave back {kind}").format(name=name, kind=kind_of(value)),
            hint=_("What a function works out stays inside it until it says return."),
            misconception="returns-nothing",
        )
    array = as_array(value)
    if array is None:
        fail(
            _("`{name}` gave back {kind}, not an array of numbers").format(
                name=name, kind=kind_of(value)
            ),
            hint=_("The docstring says what the function returns. What does yours return?"),
            cause=f"form of {name}",
        )
    if array.shape != like.shape:
        fail(
            _("`{name}` gave back an array of shape {got}; it should be {expected}").format(
                name=name, got=array.shape, expected=like.shape
            ),
            hint=_("One number for each component of the point, arranged in the same way."),
            cause=f"form of {name}",
        )
    if not np.isfinite(array).all():
        fail(
            _("`{name}` gave back {got}: not all of these are finite numbers").format(
                name=name, got=shown(array)
            ),
            hint=_("Look for a division by zero, or for numbers that keep growing."),
            cause="not-finite",
        )
    return array


def kind_of(value: Any) -> Text:
    """Name a value's kind for a sentence."""
    match value:
        case None:
            return plain("None")
        case Picture():
            return plain(value.returned if value.returned != "nothing" else "None")
        case Opaque():
            return plain(value.type)
        case str():
            return _("a string")
        case dict():
            return _("a dictionary")
        case tuple():
            return _("a tuple of {count} values").format(count=len(value))
        case list():
            return _("a list of {count} values").format(count=len(value))
        case np.ndarray():
            return _("an array of shape {shape}").format(shape=value.shape)
    return _("a single number")


def number(value: float, digits: int = 4) -> str:
    """Write a number as a teacher would: few digits, no noise."""
    value = float(value)
    if value == 0 or not np.isfinite(value):
        return f"{value:g}".replace("-0", "0")
    if 1e-3 <= abs(value) < 1e6:
        text = f"{value:.{digits}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return f"{value:.{digits - 1}g}"


def shown(value: Any, most: int = 6) -> str:
    """Write a point, or a few of them, as in mathematics: (1, 2)."""
    array = np.asarray(value)
    if array.ndim == 0:
        return number(float(array))
    parts = [shown(part, most) for part in array[:most]]
    return "(" + ", ".join(parts + (["…"] if len(array) > most else [])) + ")"
