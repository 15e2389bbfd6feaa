"""Hidden means hidden: nothing that a student reads tells what a hidden check asked or expected."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import report
from autograder.course import Course
from autograder.course.exercise import Exercise
from autograder.frontends import gradescope
from autograder.grading.session import alone
from autograder.sandbox import Answer, Trouble
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.values import Opaque
from autograder.submission import Submission
from autograder.verdict import Outcome, Verdict
from tests.answers import right

ROOT = Path(__file__).parents[1]
EXERCISES = Course(ROOT, is_graded=True, secret=b"of a course").exercises
PUBLIC = Course(ROOT).exercises
NAMES = ("numerical_gradient", "gradient_descent")
SOURCES = {name: (ROOT / "solutions" / f"{name}.py").read_text("utf-8") for name in NAMES}
NUMBER = re.compile(r"\d+\.\d{3,}")
Leak = Callable[[np.ndarray], Answer]

# What code may do with an input that it has not seen before, to carry it out.
LEAKS: dict[str, Leak] = {
    "a wrong value": lambda x: Answer(x + 1),
    "a value that is none": lambda x: Answer(np.append(x[1:], np.nan)),
    "a shape of its own": lambda x: Answer([x.tolist(), [1.0]]),
    "a type named after it": lambda x: Answer(Opaque(f"T{x}", str(x))),
    "an exception": lambda x: Answer(trouble=trouble(x)),
    "what it prints": lambda x: Answer(x + 1, output=f"{x.tolist()}\n"),
}


def trouble(x: np.ndarray) -> Trouble:
    return Trouble(f"E{x[0]}", f"at {x.tolist()}", 3, f"raise E({x.tolist()})", f"{x[0]}")


class Teller(InProcess):
    """A sandbox that is right for every round function, and tells what it is given of others."""

    def __init__(self, leak: Leak) -> None:
        super().__init__()
        self._leak = leak
        self.unseen: list[float] = []

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        f, x = arguments[0].function, np.asarray(arguments[1], dtype=float)
        curvatures = getattr(f, "curvatures", np.ones(1))
        if (np.round(curvatures, 3) == curvatures).all():
            return super().call(function, arguments, keywords)
        truth = np.ravel(right(function, arguments, keywords))
        self.unseen += [*x.ravel().tolist(), *truth.tolist()]
        return self._leak(x)


def read_by_students(verdict: Verdict) -> str:
    """Give all that a student may come to read of a verdict."""
    own = {verdict.exercise: verdict}
    entries = gradescope.results(own, {verdict.exercise: verdict.points}, "en")
    return "\n".join((report.page([verdict]), report.text(verdict, "en"), json.dumps(entries)))


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
@pytest.mark.parametrize("name", NAMES)
def test_no_number_of_a_hidden_input_is_read_by_a_student(name: str, leak: Leak) -> None:
    """Neither inputs nor what is expected, what came back, prints or words of exceptions."""
    teller = Teller(leak)
    submission = Submission("mia", name, None, SOURCES[name])

    verdict = alone(submission, EXERCISES[name], teller)

    hidden = [check for check in verdict.checks if check.hidden]
    assert any(check.outcome is Outcome.FAILED for check in hidden)
    told = {round(float(one), 2) for one in NUMBER.findall(read_by_students(verdict))}
    assert teller.unseen
    assert not told & {round(abs(one), 2) for one in teller.unseen if abs(one) > 0.01}
    assert all(check.seen for check in hidden if check.outcome is Outcome.FAILED)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_one_attempt_fits_no_other(name: str) -> None:
    """One byte more in the file, and every hidden input is another one."""
    public, *hidden = (
        unseen(exercise, SOURCES[name] + more)
        for exercise, more in ((PUBLIC[name], ""), (EXERCISES[name], ""), (EXERCISES[name], "\n"))
    )

    assert hidden[0] - public
    assert not (hidden[0] - public) & (hidden[1] - public)


def unseen(exercise: Exercise, source: str) -> set[float]:
    """Give the numbers that are not round among what a submission was handed, and among answers."""
    teller = Teller(LEAKS["a wrong value"])
    alone(Submission("mia", exercise.name, None, source), exercise, teller)
    return set(teller.unseen)
