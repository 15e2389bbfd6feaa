"""A worker that answers what it likes: no point is earned and no check of ours breaks."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course import Course
from autograder.course.exercise import Exercise
from autograder.grading.session import alone
from autograder.sandbox import Answer, IllFormed, Loaded, Program, wire
from autograder.sandbox.trusted import conversation
from autograder.sandbox.values import decode
from autograder.submission import Submission
from autograder.verdict import Outcome

EXERCISES = Course(Path(__file__).parents[1], is_graded=True).exercises
FORGERIES = 25
ODD_NUMBERS = (0, 1, -1, 2**62, 0.5, -0.0, 1e300, 5e-324, float("nan"), float("inf"))
ODD_SHAPES = ((), (1,), (2,), (3,), (0,), (2, 1), (1, 2), (0, 5), (101, 2), (7, 2), (2, 2, 2))
PARTS = ("returned", "colorbars", "panels", "is_3d", "labels", "limits", "scales", "artists",
         "texts", "place", "keys", "seen", "look", "varied", "label", "kind", "points", "levels",
         "lines", "filled", "half", "line", "markers")  # fmt: skip
KINDS = ("surface", "contour", "samples", "line", "points", "arrows")


class Forger:
    """Makes trees and arrays as a hostile worker may send them, of every form there is."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._numbers = np.random.default_rng(seed)
        self.arrays: list[np.ndarray] = []

    def value(self, depth: int = 3) -> Any:
        """Give a tree that the decoder may take or refuse."""
        choice = self._chance.randrange(9 if depth else 5)
        if choice == 0:
            return self._chance.choice((None, True, False))
        if choice == 1:
            return self._chance.choice(ODD_NUMBERS)
        if choice == 2:
            return {
                "$text": self._chance.choice(("", "x0", "\ud800", "\x1b[2J", "<script>", "1" * 99))
            }
        if choice == 3:
            return {"$opaque": [self._chance.choice(("Figure", "ndarray", "", "{}")), "\0{x}"]}
        if choice == 4:
            return self.array(self._chance.choice(ODD_SHAPES))
        if choice == 8:
            return {"$described": self.picture()}
        kind = self._chance.choice(("$list", "$tuple"))
        return {kind: [self.value(depth - 1) for _ in range(self._chance.randrange(4))]}

    def array(self, shape: tuple[int, ...]) -> dict[str, int]:
        array = self._numbers.normal(size=shape) * self._chance.choice((1.0, 1e-300, 1e300))
        if array.size and self._chance.random() < 0.4:
            array.flat[self._chance.randrange(array.size)] = self._chance.choice(ODD_NUMBERS)
        kind = self._chance.choice((np.float64, np.float64, np.int64, np.bool_, np.complex128))
        with np.errstate(all="ignore"):
            self.arrays.append(array.astype(kind))
        return {"$array": len(self.arrays) - 1}

    def picture(self) -> Any:
        """Give a description of a figure, mostly of the right form."""
        panels = [
            {
                "is_3d": is_3d,
                "labels": {"$list": [{"$text": one} for one in ("x0", "x1", "f")]},
                "title": {"$text": "f"},
                "limits": {"$list": [{"$list": [-1.0, 1.0]}] * (3 if is_3d else 2)},
                "scales": {"$list": [1.0, self._chance.choice(ODD_NUMBERS)]},
                "artists": {"$list": [self._artist() for _ in range(self._chance.randrange(4))]},
            }
            for is_3d in (True, False)
        ]
        tree = {
            "returned": {"$text": "Figure"},
            "colorbars": self._chance.choice(ODD_NUMBERS),
            "panels": {"$list": [{"$dict": panel} for panel in panels]},
        }
        return {"$dict": self._spoiled(tree)}

    def _artist(self) -> Any:
        kind = self._chance.choice(KINDS)
        width = {"surface": 3, "samples": 3, "arrows": 4}.get(kind, self._chance.choice((2, 3)))
        rows = self._chance.choice((0, 1, 2, 50))
        artist = {
            "kind": {"$text": kind},
            "points": self.array((rows, width)),
            "half": {"$list": [0.1, self._chance.choice(ODD_NUMBERS)]},
            "levels": self.array((self._chance.randrange(4),)),
            "lines": {"$list": [{"$list": [self.array((5, 2))]}] * self._chance.randrange(4)},
            "filled": self._chance.random() < 0.5,
            "line": self._chance.random() < 0.5,
            "markers": True,
        }
        return {"$dict": self._spoiled(artist)}

    def _spoiled(self, tree: dict[str, Any]) -> dict[str, Any]:
        if self._chance.random() < 0.3:
            name = self._chance.choice(PARTS)
            if self._chance.random() < 0.5:
                tree.pop(name, None)
            else:
                tree[name] = self.value(1)
        return tree


class Hostile:
    """A sandbox whose worker forges every answer; it has heard no more of f than it likes."""

    layers: Sequence[str] = ()

    def __init__(self, seed: int) -> None:
        self._forger = Forger(seed)
        self._chance = random.Random(seed)

    def load(self, program: Program) -> Loaded:
        names = [*EXERCISES[program.name].functions, "print", "\0", "f" * 100]
        number = self._chance.choice(ODD_NUMBERS)
        return Loaded(dict.fromkeys(names, 1), defaults={name: {"lr": number} for name in names})

    def call(
        self, _function: str, arguments: Sequence[Any], _keywords: Mapping[str, Any]
    ) -> Answer:
        for f in (one for one in arguments if callable(one)):
            self._evaluate(f)
        forger = self._forger
        forger.arrays.clear()
        after = [forger.value() for _ in arguments]
        try:
            return Answer(
                decode(forger.value(), forger.arrays),
                arguments=tuple(decode(one, forger.arrays) for one in after),
            )
        except wire.WireError as fault:
            raise IllFormed(str(fault)) from fault

    def close(self) -> None:
        pass

    def _evaluate(self, f: Any) -> None:
        """Evaluate f where it is and where it is not defined."""
        with np.errstate(all="ignore"):
            for _ in range(self._chance.randrange(4)):
                self._forger.arrays.clear()
                self._forger.array(self._chance.choice(ODD_SHAPES))
                block = wire.pack_array(self._forger.arrays[0])
                conversation.evaluated(f, b"\0" + block)


@pytest.fixture(scope="module", params=EXERCISES)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    return EXERCISES[request.param]


@pytest.mark.parametrize("seed", range(FORGERIES))
def test_forged_answers_are_the_students_failure(exercise: Exercise, seed: int) -> None:
    """Whatever comes, every check is judged, and none is an error of ours."""
    submission = Submission("forger", exercise.name, None, "")

    verdict = alone(submission, exercise, Hostile(seed))

    assert [one for one in verdict.checks if one.outcome is Outcome.ERROR] == []
    assert not verdict.needs_review
    verdict.dumps()
