"""A sandbox that gives the figures of honest files, spoiled in a few places."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import Course
from autograder.grading.session import alone
from autograder.sandbox import Answer, Loaded, Program
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.values import Described
from autograder.submission import Submission
from autograder.verdict import Outcome

ROOT = Path(__file__).parents[1]
PLOTTING = Course(ROOT, is_graded=True).exercises["plotting"]
SOURCES = (
    ROOT / "solutions" / "plotting.py",
    *(
        ROOT / "tests" / "submissions" / "plotting" / "right" / name
        for name in (
            "arrows_between_markers.py",
            "gradient_arrows_around.py",
            "imshow_background.py",
            "two_pictures_side_by_side.py",
        )
    ),
)
LARGEST = 1_000_000  # characters of a verdict
ODD = (None, "", "x0", True, -1, 0, 0.0, 1e308, -1e308, 5e-324, float("nan"), float("inf"), 2**62)
Place = tuple[Any, Any]


class Replay:
    """A sandbox whose worker gives the figures of an honest file, spoiled in a few places.

    Args:
        honest: what each function gave.
        chance: where and how they are spoiled.
    """

    layers: Sequence[str] = ()

    def __init__(self, honest: Mapping[str, Any], chance: random.Random) -> None:
        self._honest, self._chance = honest, chance
        self.answers = 0

    def load(self, _program: Program) -> Loaded:
        return Loaded(dict.fromkeys(PLOTTING.functions, 1))

    def call(self, function: str, arguments: Sequence[Any], _keywords: Mapping[str, Any]) -> Answer:
        self.answers += 1
        f, *_path, x0, x1 = arguments
        f(np.array(np.meshgrid(x0, x1)))
        content = copy.deepcopy(self._honest[function])
        for _ in range(self._chance.choice((0, 1, 1, 2, 5))):
            places = list(_places(content))
            parent, key = self._chance.choice(places)
            parent[key] = self._spoiled(parent[key])
        described = Described(content)
        if self._chance.random() < 0.1:
            return Answer(self._chance.choice((None, "a.png", [], (1,))), drawn=described)
        return Answer(described)

    def close(self) -> None:
        pass

    def _spoiled(self, value: Any) -> Any:
        chance = self._chance
        if isinstance(value, np.ndarray) and value.size and chance.random() < 0.8:
            spoiled = value.astype(float)
            match chance.randrange(7):
                case 0:
                    spoiled.flat[chance.randrange(value.size)] = chance.choice(ODD[4:])
                case 1:
                    return spoiled[: chance.randrange(len(spoiled) + 1)] if value.ndim else spoiled
                case 2:
                    return spoiled * chance.choice((0.0, 1e-300, 1e300, -1.0))
                case 3:
                    return np.full_like(spoiled, chance.choice(ODD[4:]))
                case 4:
                    return spoiled[..., :1] if value.ndim else spoiled
                case 5:
                    return np.repeat(spoiled, 2, axis=0)
                case 6:
                    return spoiled[..., ::-1]
            return spoiled
        if isinstance(value, list) and value and chance.random() < 0.7:
            return chance.choice(([], value[:1], value * 2, value[::-1], value[1:]))
        return chance.choice(ODD)


def _places(tree: Any) -> Iterator[Place]:
    """Give every place of a description: what holds it, and where."""
    keys = tree.keys() if isinstance(tree, dict) else range(len(tree))
    for key in list(keys):
        yield tree, key
        if isinstance(tree[key], (dict, list)):
            yield from _places(tree[key])


def figures_of(source: Path) -> dict[str, Any]:
    """Give what the functions of a file give for the scene of these tests."""
    kept: dict[str, Any] = {}

    class Keeper(InProcess):
        def call(self, function: str, *rest: Any) -> Answer:
            answer = super().call(function, *rest)
            kept[function] = answer.value.content
            return answer

    submission = Submission("fuzz", "plotting", None, source.read_text(encoding="utf-8"))
    assert alone(submission, PLOTTING, Keeper()).is_full
    return kept


def fuzz(source: Path, seeds: range) -> tuple[int, int, list[str]]:
    """Judge spoiled figures; give how many there were, how many verdicts failed, what broke."""
    honest = figures_of(source)
    submission = Submission("fuzz", "plotting", None, "")
    broken: list[str] = []
    answers = failed = 0
    for seed in seeds:
        sandbox = Replay(honest, random.Random(seed))
        verdict = alone(submission, PLOTTING, sandbox)
        answers += sandbox.answers
        failed += not verdict.is_full
        broken += [
            f"{check.name}, {source.stem}, seed {seed}: {check.feedback.message.en}"
            for check in verdict.checks
            if check.outcome is Outcome.ERROR
        ]
        if len(verdict.dumps()) > LARGEST:
            broken.append(f"a large verdict, {source.stem}, seed {seed}")
    return answers, failed, broken
