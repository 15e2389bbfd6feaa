"""The student as a check sees them: a namespace of their functions, beside which ours are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

import numpy as np

from autograder.checking import definitions, messages
from autograder.checking.code import Code, Once
from autograder.checking.faults import Failure, StudentFault, fail
from autograder.figures.model import Picture

Value = TypeVar("Value")


class Student:
    """One student's functions: ``student.step(f, x)`` calls their ``step`` in the sandbox.

    Every name that does not begin with an underscore is one of theirs, whatever it is. Arrays that
    a function changes in place are changed here too.
    """

    __slots__ = ("_code",)

    def __init__(self, code: Code) -> None:
        self._code = code

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return one of the student's functions."""
        if name.startswith("_"):
            raise AttributeError(name)
        code = self._code

        def call(*arguments: Any, **keywords: Any) -> Any:
            return code.call(name, arguments, keywords)

        return call


def defines(student: Student, name: str) -> bool:
    """Return whether the student's file has a function of exactly this name."""
    return student._code.defines(name)


def nearest(student: Student, name: str) -> str:
    """Return the name of the student's function that this one seems to mean, or ""."""
    return student._code.nearest(name)


def line_of(student: Student, name: str) -> int | None:
    """Return the line where a function of the student's stands, or None."""
    return student._code.line_of(name)


def defaults_of(student: Student, name: str) -> Mapping[str, float]:
    """Return the numbers in the first line of a function of the student's, by parameter."""
    return student._code.defaults_of(name)


def drawn_by(student: Student) -> Picture | None:
    """Return the figure that the last call drew, where it gave back something else."""
    return student._code.drawn


def ends_a_loop(student: Student) -> bool:
    """Return whether the student's file has a loop that a return or a break may end."""
    return definitions.ends_a_loop(student._code.source)


def rng_of(student: Student) -> np.random.Generator:
    """Return random numbers of this student's own, from the start: the same for every check."""
    return np.random.default_rng(student._code.seed)


def require_names(student: Student, *names: str) -> None:
    """Fail for the first function that is there under another name only, or has a parameter so.

    Which parameters it has is known when it was called. What is misnamed is found all the same, so
    that this is all it costs.
    """
    for name in names:
        if not defines(student, name) and (actual := nearest(student, name)):
            feedback = messages.near_name(name, actual)
            fail(feedback.message, hint=feedback.hint, line=line_of(student, actual))
        if told := student._code.by_position.get(name):
            fail(told.message, hint=told.hint, line=told.line)


def shared(function: Callable[..., Value]) -> Callable[..., Value]:
    """Make a function of the student be computed once, for all checks that ask for it.

    It may take more arguments, which are hashable. The StudentFault or Failure that it ends in is
    shared as well.
    """
    takes = signature(function)
    parameters = list(takes.parameters.values())[1:]
    defaults = tuple(one.default for one in parameters)
    in_order = all(one.kind is one.POSITIONAL_OR_KEYWORD for one in parameters)

    def written_out(
        student: Student, arguments: tuple[Any, ...], keywords: dict[str, Any]
    ) -> tuple[Any, ...]:
        """Return a call's arguments with what it leaves out: both are one call of theirs."""
        if in_order and not keywords:  # the usual case, and the fastest
            return (*arguments, *defaults[len(arguments) :])
        asked = takes.bind(student, *arguments, **keywords)
        asked.apply_defaults()
        return (*asked.args[1:], *asked.kwargs.items())

    @wraps(function)
    def once(student: Student, *arguments: Any, **keywords: Any) -> Value:
        results = student._code.results
        key = (function, *written_out(student, arguments, keywords))
        if key not in results:
            try:
                results[key] = Once(function(student, *arguments, **keywords))
            except (Failure, StudentFault) as fault:
                results[key] = Once(fault=fault)
        told = results[key]
        if told.fault is not None:
            raise told.fault.with_traceback(None)
        value: Value = told.value
        return value

    return once
