"""Programs for gradient descent that have a slip, which predict what a student's gives.

The proof grades this very file once for each slip, so it needs nothing but numpy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

# What each choice is called where it is a slip; None: a slip without a name, there to be told from.
KEYS: dict[str, dict[str, str | None]] = {
    "start": {"own": "init-x-ignored"},
    "direction": {
        "up": "ascends",
        "of unit length": "normalised-gradient",
        "sign": None,
        "sum": None,
        "the first component": None,
        "the last component": None,
    },
    "measured": {
        "once": "gradient-computed-once",
        "in turn": "coordinates-updated-in-turn",
        "in turn, the last first": "coordinates-updated-in-turn",
    },
    "rate": {"own": "learning-rate-ignored"},
    "count": {
        "one fewer": "one-step-short",
        "one more": "one-step-too-many",
        "one": "returns-inside-loop",
        "one, again and again": None,
        "own": "step-count-ignored",
    },
    "kept": {
        "one array": "aliased-path",
        "all but the start": "one-step-short",
        "all but the end": "one-step-short",
    },
}


@dataclass(frozen=True)
class Descent:
    """A program that walks downhill; each attribute is one choice in it.

    Attributes:
        start: where it begins: given, or own.
        direction: which way it goes: down, or as KEYS says.
        measured: where the gradient is measured: each step, once, or component by component.
        rate: what the gradient is multiplied by: given, or own.
        count: how many steps it takes: given, or as KEYS says.
        kept: which points the path holds: all, or as KEYS says.
    """

    start: str = "given"
    direction: str = "down"
    measured: str = "each step"
    rate: str = "given"
    count: str = "given"
    kept: str = "all"

    @property
    def keys(self) -> tuple[str | None, ...]:
        """The names of its slips, in the order of KEYS; none for a right program."""
        chosen = ((names, getattr(self, part)) for part, names in KEYS.items())
        return tuple(names[choice] for names, choice in chosen if choice in names)

    def __call__(
        self,
        gradient: Callable[[np.ndarray], Any],
        start: Any,
        lr: float,
        step_num: int,
        own: Any = None,
    ) -> np.ndarray:
        """Return the path, shape (points, n).

        Args:
            gradient: gives the slopes at a point, shape (n,).
            start: where the caller wants it to begin.
            lr: the caller's learning rate.
            step_num: how many steps the caller wants.
            own: what it takes instead, where it does: an Own.
        """
        x = np.array(own.start if self.start == "own" else start, dtype=float)
        rate = own.rate if self.rate == "own" else lr
        count = {
            "one fewer": step_num - 1,
            "one more": step_num + 1,
            "one": min(step_num, 1),
            "one, again and again": min(step_num, 1),
            "own": own.count if own else 0,
        }.get(self.count, step_num)
        path = [x]
        first = gradient(x)
        for _again in range(step_num - 1 if self.count == "one, again and again" else 0):
            gradient(x)
        for _step in range(count):
            if self.measured.startswith("in turn"):
                x = self._in_turn(gradient, x, rate)
            else:
                x = x - rate * self._directed(first if self.measured == "once" else gradient(x))
            path.append(x)
        return {
            "one array": np.array([x] * len(path)),
            "all but the start": np.array(path[1:]),
            "all but the end": np.array(path[:-1]),
        }.get(self.kept, np.array(path))

    def _directed(self, slopes: Any) -> Any:
        slopes = np.asarray(slopes, dtype=float)
        if self.direction == "of unit length":
            return slopes / np.linalg.norm(slopes)
        if self.direction == "sum":
            return np.full(slopes.shape, slopes.sum())
        if self.direction.endswith("component"):
            only = np.zeros(slopes.shape)
            index = 0 if "first" in self.direction else -1
            only[index] = slopes[index]
            return only
        return {"up": -slopes, "sign": np.sign(slopes)}.get(self.direction, slopes)

    def _in_turn(self, gradient: Callable[[np.ndarray], Any], x: np.ndarray, rate: float) -> Any:
        """Take a step in which every component is measured where the one before it has gone."""
        x = x.copy()
        order = range(len(x))[::-1] if "last first" in self.measured else range(len(x))
        for index in order:
            x[index] -= rate * self._directed(gradient(x.copy()))[index]
        return x


@dataclass(frozen=True)
class Own:
    """What a program takes in place of what the caller hands in.

    Attributes:
        start: where it begins, shape (n,).
        rate: what it multiplies the gradient by.
        count: how many steps it takes.
    """

    start: Any = (1.0, 1.0)
    rate: float = 0.02
    count: int = 50
