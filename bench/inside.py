"""Our checks inside another grader: the student's functions are called at once, with no wall.

That is the kindest to the other grader: nothing but the checks themselves comes on top.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from autograder.course import Course
from autograder.figures import description
from autograder.grading import session
from autograder.sandbox import Answer, Loaded, Program, Trouble
from autograder.sandbox.values import Encoder, decode
from autograder.sandbox.worker.exceptions import trouble
from autograder.sandbox.worker.process import numbers_in_first_line, prepare_pyplot
from autograder.submission import Submission

from . import students


class Direct:
    """A sandbox that is none.

    Args:
        namespace: the variables of a module or notebook that has been run.
    """

    layers: Sequence[str] = ()

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self._namespace = namespace
        self._name = ""

    def load(self, program: Program) -> Loaded:
        """Say what is defined; it was loaded by the other grader."""
        self._name = program.name
        functions = {
            name: getattr(getattr(value, "__code__", None), "co_firstlineno", 0)
            for name, value in self._namespace.items()
            if callable(value) and not isinstance(value, type) and not name.startswith("_")
        }
        defaults = {name: numbers_in_first_line(self._namespace[name]) for name in functions}
        return Loaded(functions, defaults=defaults)

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call a function; values look as they do behind the wall."""
        prepare_pyplot()
        try:
            value = self._namespace[function](*arguments, **keywords)
        except BaseException as fault:  # noqa: BLE001 -- whatever a student's code raises
            return Answer(trouble=Trouble(**trouble(fault, self._name)))
        encoder = Encoder(_describe)
        tree = encoder.encode(value)
        return Answer(decode(tree, encoder.arrays), arguments=(*arguments, *keywords.values()))

    def close(self) -> None:
        """Leave everything as it is."""


def _describe(value: object) -> Mapping[str, Any] | None:
    return description.describe(value)


@cache
def course() -> Course:
    """Give the course, loaded once for each process."""
    return Course.at(students.ROOT)


def score(name: str, namespace: Mapping[str, Any]) -> float:
    """Run all checks of an exercise on functions that lie in a namespace; give the points."""
    exercise = course().exercises[name]
    verdict = session.grade(Submission("", name, None, ""), exercise, Direct(namespace))
    return verdict.score


def offer(name: str, namespace: Mapping[str, Any]) -> None:
    """Let later exercises import this one by its name, as `from numerical_gradient import …`."""
    module = sys.modules[name] = types.ModuleType(name)
    vars(module).update({key: value for key, value in namespace.items() if callable(value)})
