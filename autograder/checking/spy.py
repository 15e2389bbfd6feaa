"""Our functions, which remember where the student's code evaluated them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Asked:
    """A question to a stand-in.

    Attributes:
        function: whose place it took.
        arguments: what it was given, by the names of the stand-in.
    """

    function: str
    arguments: Mapping[str, Any]


class Spy:
    """Our f, which remembers where it was evaluated.

    Args:
        function: what is evaluated, on any number of arrays.

    Attributes:
        visits: the arguments of every evaluation, in order, each a tuple of arrays.
        asked: what stand-ins were asked about this f, in order.
    """

    __name__ = "f"

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.visits: list[tuple[np.ndarray, ...]] = []
        self.asked: list[Asked] = []

    def __call__(self, *arguments: np.ndarray) -> Any:
        """Evaluate, and remember where."""
        self.visits.append(arguments)
        return self.function(*arguments)

    def note(self, *arguments: Any) -> None:
        """Remember a place as if f were evaluated there: for a stand-in that need not do it."""
        self.visits.append(tuple(np.array(argument, dtype=float) for argument in arguments))

    def points(self, like: Any, argument: int = 0) -> np.ndarray:
        """Return where f was evaluated, in order, shape (visits, *like.shape), real parts only.

        A stack of points evaluated at once, shape (*like.shape, k), counts as k visits.

        Args:
            like: has the shape of one point.
            argument: which of f's arguments is meant.
        """
        shape = np.shape(like)
        rows = [np.empty((0, *shape))]
        for visit in self.visits:
            there = visit[argument] if argument < len(visit) else np.empty(0)
            if there.shape == shape:
                rows.append(there.real[None])
            elif there.shape[: len(shape)] == shape:
                stack = there.real.reshape(*shape, -1)
                rows.append(np.moveaxis(stack, -1, 0))
        return np.concatenate(rows).astype(float)

    @property
    def is_complex(self) -> bool:
        """Whether f was evaluated at complex points, as the complex-step method does."""
        return any(np.iscomplexobj(part) for visit in self.visits for part in visit)

    @cached_property
    def arity(self) -> int:
        """How many arguments f takes."""
        return arity(self.function)


def arity(function: Callable[..., Any]) -> int:
    """Return how many arguments one of our functions cannot do without."""
    own = function.__call__  # type: ignore[operator]
    if inspect.ismethod(own):  # what holds for one object holds for all of its class
        return max(0, _needed(own.__func__) - 1)
    return _needed(function)


@lru_cache(maxsize=256)
def _needed(function: Callable[..., Any]) -> int:
    try:
        parameters = inspect.signature(function).parameters.values()
    except ValueError:  # one of numpy's own, which do not say
        return 1
    return sum(
        one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)
        for one in parameters
    )
