"""The walks of one student on a slope, each made once for all checks, and what they gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checking import Failure, Spy, StudentFault, as_array, shared, vector

from .functions import bowl
from .pictures import path_beside
from .trajectories import ideal, iterates

FUNCTIONS = ("gradient_descent", "descent_path")
POINT, PATH = FUNCTIONS

# Steep enough that the first steps are far longer than any sensible h; coupled, so that the order
# in which components are updated shows.
SLOPE, START, LR, STEPS = bowl(1, 2, coupling=1), np.array([2.0, 3.0]), 0.1, 4
MORE = 6  # steps, to see whether their number counts
FEW = 2  # steps, to see whether the learning rate counts
ELSEWHERE, FAR = np.array([3.0, -1.0]), np.array([-30.0, 40.0])
# Far above what a one-sided difference with h = 0.01 does to four steps, far below one step.
TOLERANCE = 0.03
LARGE = 10  # from here on what is tolerated grows with the numbers
RUNAWAY = 1e4  # from here on rounding in f shows in every gradient


@dataclass(frozen=True)
class Inputs:
    """What a walk on the slope is asked for."""

    lr: float = LR
    steps: int = STEPS
    begin: tuple[float, ...] = tuple(START)

    @property
    def start(self) -> np.ndarray:
        """The start, shape (n,)."""
        return np.array(self.begin)

    @property
    def walk(self) -> np.ndarray:
        """The right walk, shape (steps + 1, n)."""
        return ideal(SLOPE, self.start, self.lr, self.steps)


ONE, SHORT, LONG, SLOW = Inputs(steps=1), Inputs(), Inputs(steps=MORE), Inputs(LR / 4, FEW)
OTHER, AWAY = Inputs(begin=tuple(ELSEWHERE)), Inputs(LR / 2, 3, tuple(FAR))
# So short that a rounded step is none; so long that the walk climbs, as it should; and to the end.
SHORTEST, LONGEST, TO_THE_END = Inputs(0.0005, 12), Inputs(0.6, 3), Inputs(0.3, 25)
BEYOND = (AWAY, SHORTEST, LONGEST)


@dataclass(frozen=True)
class Run:
    """A call of one of the functions: what it gave, where it evaluated f, and init_x afterwards."""

    inputs: Inputs
    value: Any
    f: Spy
    start: np.ndarray


@shared
def run(student: Any, name: str, inputs: Inputs = SHORT, kind: type = float) -> Run:
    """Return a run on the slope, made once for all checks: evaluations of f are what costs time."""
    f, own = Spy(SLOPE), inputs.start.astype(kind)
    value = getattr(student, name)(f, own, lr=inputs.lr, step_num=inputs.steps)
    return Run(inputs, value, f, own)


def point_of(value: Any, like: np.ndarray = START) -> np.ndarray:
    """Return the point, also beside a history or at its end: that is another check's matter."""
    whole = as_array(value)
    if (
        not isinstance(value, tuple)
        and whole is not None
        and whole.shape[1:] == like.shape
        and len(whole)
    ):
        return vector(whole[-1], like, POINT)
    if isinstance(value, (tuple, list)) and value:
        first = as_array(value[0])
        if first is not None and first.shape == like.shape:
            return vector(first, like, POINT)
    return vector(value, like, POINT)


def path_of(value: Any) -> np.ndarray | None:
    """Return the path, also where it stands beside something else; None where there is none."""
    whole = as_array(value)
    if isinstance(value, tuple) and (whole is None or whole.ndim != 2):
        parts = [part for part in map(as_array, value) if part is not None and part.ndim == 2]
        return parts[0] if parts else None
    return whole


def reached(student: Any, inputs: Inputs = SHORT) -> np.ndarray:
    """Return the point that gradient_descent gives, or fail."""
    return point_of(run(student, POINT, inputs).value)


def rows(student: Any, inputs: Inputs = SHORT) -> np.ndarray | None:
    """Return the points that descent_path gives, shape (k, n); None where they are none."""
    path = path_of(run(student, PATH, inputs).value)
    is_path = path is not None and path.ndim == 2 and path.shape[1:] == START.shape and len(path)
    return path if is_path else None


def given(student: Any, name: str, inputs: Inputs) -> np.ndarray | None:
    """Return what came back as an array, a point or a path; None where nothing like it did."""
    try:
        return reached(student, inputs) if name == POINT else rows(student, inputs)
    except (Failure, StudentFault):
        return None


def repeated(student: Any, name: str) -> tuple[np.ndarray, np.ndarray] | None:
    """Return what a function gave for the same inputs twice, where it is not the same."""
    first = given(student, name, SHORT)
    try:
        value = getattr(student, name)(Spy(SLOPE), SHORT.start, lr=SHORT.lr, step_num=SHORT.steps)
        again = point_of(value) if name == POINT else path_of(value)
    except (Failure, StudentFault):
        return None
    if first is None or again is None or not first.size or not again.size:
        return None
    return None if is_near(first, again) else (first, again)


def is_right(student: Any, name: str, *walks: Inputs) -> bool:
    """Say whether a function gave what it should, as far as h allows, for all these inputs."""
    for inputs in walks:
        got, walk = given(student, name, inputs), inputs.walk
        if got is None or not is_near(got, walk[-1] if name == POINT else walk):
            return False
    return True


def is_near(got: np.ndarray, expected: np.ndarray) -> bool:
    """Say whether points agree; where a walk runs away, errors grow with it."""
    if got.shape != expected.shape:
        return False
    size = np.maximum(1.0, np.abs(expected).max(axis=-1, keepdims=True, initial=0) / LARGE)
    return bool((np.abs(got - expected) <= TOLERANCE * size).all())


def beside(path: np.ndarray, inputs: Inputs = SHORT) -> dict[str, Any]:
    """Return the evidence for the picture of a path over the right one."""
    return path_beside(SLOPE, np.atleast_2d(path), inputs.walk)


def route_of(student: Any, inputs: Inputs = SHORT) -> np.ndarray:
    """Return where gradient_descent went: where f was evaluated, and where it ended."""
    end = reached(student, inputs)
    route = iterates(run(student, POINT, inputs).f.points(START))
    if not len(route):  # f was evaluated, but nowhere near a point of this shape
        return np.atleast_2d(end)
    return np.vstack([route, end]) if np.linalg.norm(end - route[-1]) > 1e-3 else route
