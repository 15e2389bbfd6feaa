"""What a numerical gradient did wrong: the program with a slip that gives the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NoReturn

import numpy as np

from autograder.checking import (
    Spy,
    StudentFault,
    Text,
    _,
    as_array,
    ends_a_loop,
    fail,
    shared,
    shown,
)

from .functions import Exponential, bowl
from .gradient_slips import KEYS, Difference
from .pictures import visits_around
from .slip_levels import levels


@dataclass(frozen=True, eq=False)
class Probe:
    """A function and a point at which a student's code is asked for its gradient."""

    function: Any
    x: np.ndarray

    @property
    def truth(self) -> np.ndarray:
        """The gradient, shaped like x."""
        return self.function.gradient(self.x)


@dataclass(frozen=True)
class Made:
    """What came of a probe: the value, where f was evaluated, and x afterwards."""

    probe: Probe
    value: Any
    f: Spy
    after: np.ndarray

    @property
    def visited(self) -> np.ndarray:
        """The points at which f was evaluated, in order, shape (k, *x.shape)."""
        return self.f.points(self.probe.x)


BOWL, X = bowl(1, 3), np.array([1.0, 2.0])
HERE, THERE = Probe(BOWL, X), Probe(BOWL, np.array([-2.0, 0.5]))
# Where components are coupled, one that was left behind changes the slope of the next.
COUPLED = Probe(bowl(1, 3, coupling=0.7), X)
# With three components the first is told from all but the last.
THREE = Probe(bowl(1, 3, 2, coupling=0.7), np.array([1.0, 2.0, 3.0]))
# At 0 a step of any size shows, and all its digits.
ORIGIN = Probe(bowl(1, 3, centre=(1, -2)), np.zeros(2))
# A loss is far from 0 as a rule. Rounding an f of size OFFSET costs OFFSET · ε / h, too much where
# h falls below TINY.
OFFSET, TINY, LARGE = 1e5, 1e-9, 0.04
STEEP = Exponential(np.array([2.0, 3.0]), offset=OFFSET)
CURVED = Probe(STEEP, np.array([0.5, -0.3])), Probe(STEEP, np.array([-0.2, 0.4]))

# A forward difference with h up to 0.01 is off by c·h = 0.03 here: that is another check's claim.
TOLERANCE = 0.05
# As many lengths of steps as are tried as h.
MOST_STEPS = 4
EPSILON = float(np.finfo(float).eps)
PROGRAMS = levels(Difference(), KEYS)

HINT_RESTORE = _("Every component starts from the same x. What does each leave behind in x?")
HINT_DIGITS = _("f has about 16 digits. Subtract two nearly equal values: how many are left?")
HINT_BEND = _("Over a long step the function bends. How does the error change as h shrinks?")
HINT_WHOLE = _("An array of whole numbers can hold no fractions. What kind is yours?")
HINT_SIDES = _("One side alone is off by about h, both sides by about h². Look the other way too.")
HINTS: dict[str | None, Text] = {
    None: _("Work one component out by hand, with your h, and compare."),
    "sign-reversed": _(
        "Uphill and downhill are exchanged. Which value do you subtract from which?"
    ),
    "not-divided-by-two": _("How far apart are the two points where f was evaluated?"),
    "parentheses-missing": _(
        "Put small numbers into your division by hand, in the order in which Python goes."
    ),
    "all-components-at-once": _(
        "A partial derivative asks what f does when one component moves alone."
    ),
    "returns-inside-loop": _(
        "Follow the loop with a finger: what ends the function in its first round?"
    ),
    "forward-difference": HINT_SIDES,
    "backward-difference": HINT_SIDES,
    "x-not-restored": HINT_RESTORE,
    "integer-truncation": HINT_WHOLE,
    "step-too-small": HINT_DIGITS,
    "step-too-large": HINT_BEND,
}


@shared
def made(student: Any, probe: Probe, kind: type = float) -> Made:
    """Return what the student's function gave for a probe: one call for all checks."""
    f, x = Spy(probe.function), probe.x.astype(kind)
    return Made(probe, student.numerical_gradient(f, x), f, x)


def values_of(student: Any, probe: Probe) -> np.ndarray | None:
    """Return what came of a probe as numbers; None where nothing like it came back."""
    try:
        return as_array(made(student, probe).value)
    except StudentFault:
        return None


def is_right(student: Any, *probes: Probe) -> bool:
    """Say whether all probes were answered rightly, as far as h allows."""
    return all(
        (got := values_of(student, probe)) is not None
        and got.shape == probe.x.shape
        and np.allclose(got, probe.truth, rtol=0, atol=TOLERANCE)
        for probe in probes
    )


@shared
def explain(student: Any) -> Difference | None:
    """Return the program that gives what the student's code gave, on every probe; None if none.

    It must agree on two probes or more, both in the value and in the points visited. If programs
    with other slips agree as well, there is no telling which it is.
    """
    answers = [
        made(student, probe)
        for probe in (HERE, COUPLED, THERE, THREE, ORIGIN)
        if values_of(student, probe) is not None
    ]
    return _explained(answers) if len(answers) > 1 else None


def _explained(answers: list[Made]) -> Difference | None:
    steps = [steps_of(answer, answers) for answer in answers]
    for level in PROGRAMS:
        alike = [
            one
            for one in level
            if all(predicts(one, *pair) for pair in zip(answers, steps, strict=True))
        ]
        if alike:
            return alike[0] if len({one.keys for one in alike}) == 1 else None
    return None


def keys_of(student: Any) -> tuple[str, ...]:
    """Return the names of the slips that explain the student's values."""
    program = explain(student)
    return tuple(key for key in program.keys if key) if program else ()


def predicts(program: Difference, answer: Made, steps: list[np.ndarray]) -> bool:
    """Say whether a program gives what came back, and visits no point that was not visited."""
    got = as_array(answer.value)
    if got is None or not _may_have_shape(program, got.shape, answer.probe.x.shape):
        return False
    return any(_agrees(program, answer, got, h) for h in steps)


def _may_have_shape(program: Difference, got: tuple[int, ...], asked: tuple[int, ...]) -> bool:
    """Say whether a program may give an array of this shape back for an x of that one."""
    size = int(np.prod(got))
    if program.turns == "together":
        return size > 0
    return got == asked or (program.turns == "the first" and size == 1)


def steps_of(answer: Made, others: list[Made]) -> list[np.ndarray]:
    """Return what h may be, from the lengths of the steps: those at 0 have all their digits."""
    exact = [
        float(step.flat[0])
        for other in others
        if other.probe is ORIGIN
        for step in _sizes(other.visited, other.probe.x)
        if (step == step.flat[0]).all()
    ]
    own = _sizes(answer.visited, answer.probe.x)
    return [_exactly(step, exact) for step in own] or [
        np.full(answer.probe.x.shape, length) for length in exact
    ]


def _exactly(step: np.ndarray, exact: list[float]) -> np.ndarray:
    """Return a step as it was meant, where the digits that x left of it agree."""
    for length in exact:
        if np.allclose(step, length, rtol=1e-3, atol=1e-14):
            return np.full(step.shape, length)
    return step


def _sizes(visited: np.ndarray, x: np.ndarray) -> list[np.ndarray]:
    """Return the lengths of steps along each component, the shortest of each together."""
    away = np.abs(visited - x).reshape(len(visited), x.size)
    largest = away.max(initial=0)
    columns = []
    for column in away.T:
        lengths = np.sort(column[column > 1e-6 * largest])
        apart = np.diff(lengths, prepend=-1.0) > 1e-3 * lengths if len(lengths) else []
        columns.append(lengths[apart][:MOST_STEPS] if len(lengths) else lengths)
    most = max(map(len, columns), default=0)
    return [
        np.array([c[min(k, len(c) - 1)] if len(c) else largest for c in columns]).reshape(x.shape)
        for k in range(most)
    ]


def _agrees(program: Difference, answer: Made, got: np.ndarray, h: np.ndarray) -> bool:
    """Say whether a program with this h gives the same values, from points that were visited."""
    x, f = answer.probe.x, Spy(answer.probe.function)
    expected = replace(program, result="float")(f, x, h)
    if program.turns == "together" and got.size:
        expected = np.broadcast_to(expected.flat[0], got.shape)
    elif program.turns == "the first" and got.size == 1:
        expected = expected.flat[:1].reshape(got.shape)
    if got.shape != expected.shape or not _are_same(program, got, expected, f, x, h):
        return False
    near = 0.01 * h + 4 * EPSILON * np.abs(x)
    visited = f.points(x)
    wanted = 1
    if program.turns == "the first again and again":
        wanted = _count_near(visited, visited, near)
    return bool((_count_near(visited, answer.visited, near) >= wanted).all())


def _count_near(points: np.ndarray, others: np.ndarray, near: np.ndarray) -> np.ndarray:
    """Return how many of the others lie at each point."""
    is_near = np.abs(points[:, None] - others[None]) <= near
    return is_near.reshape(len(points), len(others), near.size).all(axis=2).sum(axis=1)


def _are_same(
    program: Difference, got: np.ndarray, expected: np.ndarray, f: Spy, x: np.ndarray, h: np.ndarray
) -> bool:
    """Say whether two results differ by rounding only."""
    if program.result == "whole":
        cut = (np.trunc(expected * (1 + side)) == got for side in (1e-6, -1e-6))
        return bool(np.logical_or(*cut).all())
    largest = max(abs(float(f.function(*point))) for point in f.visits)
    smallest = float(np.abs(h).min())
    # float32 has 7 digits; the length of a short step is read off x with what digits are left.
    relative = 2e-7 + 16 * EPSILON * float(np.abs(x).max()) / smallest
    rounding = 16 * EPSILON * largest / smallest if np.isfinite(largest) else 0.0
    return np.allclose(got, expected, rtol=min(relative, 0.3), atol=rounding, equal_nan=True)


def seen(visited: np.ndarray, x: np.ndarray = X) -> dict[str, Any]:
    """Return the evidence for the picture of the points at which f was evaluated."""
    return visits_around(BOWL, visited[np.isfinite(visited).all(axis=1)], x)


def fail_values(student: Any, answer: Made, got: np.ndarray) -> NoReturn:
    """Fail for wrong values, and name the slip whose program gives the same."""
    visited, x, truth = answer.visited, answer.probe.x, answer.probe.truth
    message = _("at {x} your function gave {got}; the gradient is {truth}").format(
        x=shown(x), got=shown(got), truth=shown(truth)
    )
    evidence = seen(visited, x) if answer.probe.function is BOWL else None
    key = main_key(student)
    hint = HINTS[key]
    if not (visited != x).any():
        message = _("f was evaluated at {x} only; the result is {got}").format(
            x=shown(x), got=shown(got)
        )
        hint = (
            _("A float64 has about 16 digits. What is 1 + h for your h?")
            if key == "step-too-small"
            else _("Print the point itself, just before each call of f. Has a component moved?")
        )
    elif key == "all-components-at-once":
        message = _(
            "every time, f was evaluated with several components moved together: {point}"
        ).format(point=precise(visited[(visited != x).any(axis=1)][0]))
    elif key == "returns-inside-loop":
        message = _("f was evaluated along the first component only; the result is {got}").format(
            got=shown(got)
        )
    fail(message, hint=hint, misconception=key, cause=key or "values", evidence=evidence)


def main_key(student: Any) -> str | None:
    """Return the name of the slip that matters most for the values, or None."""
    program = explain(student)
    if program is None or None in program.keys:
        return None
    if program.turns == "the first" and not ends_a_loop(student):
        return None
    keys = [key for key in program.keys if key]
    if keys and keys[0] not in ("forward-difference", "backward-difference"):
        return keys[0]
    h = longest_step(student)
    if 0 < h <= TINY:
        return "step-too-small"
    if h >= LARGE:
        return "step-too-large"
    return keys[0] if keys else None


def cause_of(student: Any) -> str:
    """Return the cause of wrong values, by the name under which other checks tell it."""
    if values_of(student, HERE) is not None and not made(student, HERE).f.visits:
        return "f-not-evaluated"
    return main_key(student) or "values"


def longest_step(student: Any) -> float:
    """Return the length of the longest step away from x, also where rounding swallows it."""
    lengths = [
        float(np.abs(answer.visited - answer.probe.x).max(initial=0))
        for probe in (HERE, ORIGIN)
        if values_of(student, probe) is not None
        for answer in [made(student, probe)]
    ]
    return next((length for length in lengths if length), 0.0)


def is_left_behind(student: Any) -> bool:
    """Say whether a component was still moved when the next one's turn came."""
    return "x-not-restored" in keys_of(student)


def together(visited: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the points at which more than one component had moved away from x."""
    steps = np.abs(visited - x)
    return visited[(steps > 0.01 * steps.max(initial=0)).sum(axis=1) > 1]


def precise(x: np.ndarray) -> str:
    """Write a point with all its digits: the difference may be tiny."""
    return "(" + ", ".join(f"{value:.12g}" for value in x) + ")"
