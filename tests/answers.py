"""A sandbox whose answers are made up: whatever a student's code could possibly give back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checks.trajectories import ideal
from autograder.grading import session
from autograder.sandbox import (
    Answer,
    Died,
    IllFormed,
    Loaded,
    Program,
    SandboxFault,
    TimedOut,
    Trouble,
)
from autograder.sandbox.values import Described, Opaque
from autograder.submission import Submission
from autograder.verdict import Outcome
from tests.prove.cases import ROOT
from tests.prove.running import opened

NUMBERS = (0.0, -0.0, 1.0, -3.5, 1e-300, 1e300, np.inf, -np.inf, np.nan, 2**62, -1, True)
WORDS = ("", "none", "{", "}", "{0}", "\x00", "\u202e", "名前", "'list' object is not callable")
TYPES = ("TypeError", "NameError", "SyntaxError", "RecursionError", "UFuncTypeError", "", "{x}")
MOST_VISITS = 12

Right = Callable[[str, Sequence[Any], Mapping[str, Any]], Any]


@dataclass
class MadeUp:
    """A sandbox that runs nothing.

    Args:
        rng: what comes next.
        functions: what the file is said to define.
        right: gives what would be right for a call, which is sometimes told, bent a little.
    """

    rng: np.random.Generator
    functions: Sequence[str]
    right: Right
    layers: Sequence[str] = ()
    answers: int = field(default=0)

    def load(self, program: Program) -> Loaded:
        """Say that the functions are there, or some of them, or none."""
        del program
        there = [name for name in self.functions if self.rng.random() < 0.97]
        troubles = () if self.rng.random() < 0.9 else (self._trouble(),)
        defaults = {name: {"lr": 0.01, "step_num": 100} for name in there if self._chance(0.3)}
        lines = {name: int(self.rng.integers(0, 9)) for name in there}
        return Loaded(functions=lines, troubles=troubles, defaults=defaults)

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Evaluate f here and there, and give back anything."""
        self.answers += 1
        if self._chance(0.005):
            raise self._fault()
        self._ask(arguments)
        trouble = self._trouble() if self._chance(0.03) else None
        after = tuple(self._after(value) for value in (*arguments, *keywords.values()))
        value = None if trouble else self._value(function, arguments, keywords)
        return Answer(value=value, trouble=trouble, arguments=after)

    def close(self) -> None:
        """End nothing."""

    def _chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def _one(self, choices: Sequence[Any]) -> Any:
        return choices[int(self.rng.integers(len(choices)))]

    def _fault(self) -> SandboxFault:
        return self._one((TimedOut("late"), Died("gone"), IllFormed("nonsense")))

    def _trouble(self) -> Trouble:
        line = self._one((None, 1, 999_999))
        return Trouble(self._one(TYPES), self._one(WORDS), line, self._one(WORDS), self._one(WORDS))

    def _ask(self, arguments: Sequence[Any]) -> None:
        """Evaluate f where a student's code might, also where it is not defined."""
        f = next((one for one in arguments if callable(one)), None)
        points = [
            np.asarray(one, float) for one in arguments if isinstance(one, (list, np.ndarray))
        ]
        if f is None or not points or self._chance(0.05):
            return
        x = points[0]
        size = self._one((1e-4, 1e-15, 0.5, 1e8, 0.0))
        kind = self._one(("sides", "sides", "around", "odd"))
        for index in range(min(x.size, MOST_VISITS)) if kind == "sides" else range(3):
            side = np.zeros(x.size)
            side[index % max(x.size, 1)] = size
            for sign in (1, -1):
                here = x + sign * side.reshape(x.shape)
                if kind == "around":
                    here = self.rng.normal(size=x.shape) * self._one((1.0, 1e9))
                if kind == "odd":
                    here = self._array()
                try:
                    f(here)
                except (ValueError, TypeError, IndexError):
                    continue

    def _after(self, value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            return None
        return value + 1e-4 if self._chance(0.1) else self._array() if self._chance(0.05) else value

    def _array(self) -> np.ndarray:
        shape = tuple(int(n) for n in self.rng.integers(0, 4, size=int(self.rng.integers(0, 5))))
        array = self.rng.normal(size=shape) * self._one((1.0, 1e-9, 1e200))
        kind = self._one((float, float, int, bool, complex))
        if kind is int:
            array = np.clip(array, -9, 9)
        array = array.astype(kind)
        if array.size and self._chance(0.3):
            array.flat[0] = self._one(NUMBERS) if kind in (float, complex) else 1
        return array

    def _value(
        self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any], depth: int = 0
    ) -> Any:
        kind = int(self.rng.integers(0, 14))
        if kind < 6:
            try:
                return self._bent(self.right(function, arguments, keywords))
            except (ValueError, TypeError, IndexError, KeyError):
                return None
        if kind == 6:
            return self._one((None, *WORDS))
        if kind == 7:
            return self._one(NUMBERS)
        if kind == 8:
            return self._one((Opaque("object", "<object>"), Described({"axes": self._one(WORDS)})))
        if kind == 9:
            return {self._one(WORDS): self._one(NUMBERS)}
        if kind < 12 and depth < 3:
            inside = [
                self._value(function, arguments, keywords, depth + 1)
                for _part in range(int(self.rng.integers(0, 4)))
            ]
            return tuple(inside) if kind == 10 else inside
        return self._array()

    def _bent(self, right: Any) -> Any:
        """Give what is right, or with a slip."""
        array = np.asarray(right, dtype=float)
        bend = int(self.rng.integers(0, 12))
        bent: Any = {
            0: -array,
            1: 2 * array,
            2: array[:-1] if array.ndim else array,
            3: array[:1] if array.ndim else array,
            4: np.trunc(array),
            5: array + 1e-4,
            6: array.reshape(-1),
            7: array.T,
            8: array.tolist(),
            9: array * self._one(NUMBERS),
        }.get(bend, array)
        return bent


def right(function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Any:
    """Give what a call should give: our own functions tell their slopes."""
    f, x, *rest = (*arguments, *keywords.values())
    if function == "numerical_gradient":
        return f.function.gradient(np.asarray(x, dtype=float))
    lr, steps = [*rest, 0.01, 100][:2]
    path = ideal(f.function, x, lr, min(int(steps), 200))
    return path if function == "descent_path" else path[-1]


def fuzz(exercise: str, seed: int, answers: int) -> tuple[int, list[str]]:
    """Grade made-up answers; give how many there were, and the checks that broke."""
    one = opened(ROOT).exercises[exercise]
    rng = np.random.default_rng(seed)
    broken: list[str] = []
    count = 0
    while count < answers:
        sandbox = MadeUp(rng, one.functions, right)
        student = Submission(f"s{count}", exercise, None, "def f(x):\n    return x\n")
        verdict = session.alone(student, one, sandbox)
        verdict.dumps()
        count += max(sandbox.answers, 1)
        broken += [
            f"{check.name}: {check.feedback.message.en}"
            for check in verdict.checks
            if check.outcome is Outcome.ERROR
        ]
    return count, broken
