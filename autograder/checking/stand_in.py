"""Our answers in place of an exercise that does not work: given here, never handed out as code."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from autograder.checking.spy import Asked, Spy

Answering = Callable[..., Any]


def answering(name: str, function: Answering) -> Answering:
    """Return a stand-in that takes what the student's own function would take.

    An argument goes where its name says; one whose name is the student's own goes where none has
    come yet that must; what is left over is theirs alone, such as a step of their method.

    Args:
        name: the function whose place it takes.
        function: takes our f first, as the check handed it over, then what the exercise says; f is
            None where the student asks about a function of their own.
    """

    def answer(*arguments: Any, **keywords: Any) -> Any:
        bound = bind(function, arguments, keywords)
        f = next(iter(bound.values()), None)
        if f is not None and not callable(f):
            raise TypeError("the first argument is no function")
        for value in bound.values():
            if isinstance(value, Spy):
                value.asked.append(Asked(name, bound))
        return function(**bound)

    return answer


def bind(
    function: Answering, arguments: Sequence[Any], keywords: Mapping[str, Any]
) -> dict[str, Any]:
    """Return arguments by the names of a function's parameters.

    Raises:
        TypeError: one that it cannot do without is missing.
    """
    parameters = _parameters(function)
    bound = dict(zip(parameters, arguments, strict=False))
    bound |= {name: value for name, value in keywords.items() if name in parameters}
    others = [value for name, value in keywords.items() if name not in parameters]
    for name, parameter in parameters.items():
        if name not in bound and parameter.default is parameter.empty:
            if not others:
                raise TypeError(f"{name} is missing")
            bound[name] = others.pop(0)
    return bound


# A walk asks once a step, and a course has few stand-ins.
@lru_cache(maxsize=64)
def _parameters(function: Answering) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(function).parameters
