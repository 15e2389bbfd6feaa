"""What a descent did wrong: the program with a slip that gives the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NoReturn

import numpy as np

from autograder.checking import Text, _, ends_a_loop, fail, number, shared, shown

from .descent_slips import KEYS, Descent, Own
from .descents import (
    BEYOND,
    LONG,
    ONE,
    OTHER,
    PATH,
    POINT,
    RUNAWAY,
    SHORT,
    SLOPE,
    SLOW,
    START,
    STEPS,
    Inputs,
    Run,
    beside,
    given,
    is_near,
    reached,
    route_of,
    run,
)
from .slip_levels import levels
from .trajectories import Walk, iterates

HINT_STEP = _("One step: where am I, which way is up, how far do I go? Print these for one step.")
HINT_CALLER = _("Who decides how far a step goes: the caller, or the function itself?")
HINT_COUNT = _("Count the points and the steps between them by hand for step_num = 1 and 2.")
HINT_RETURN = _("The docstring says what the function returns. What does yours return?")
HINTS: dict[str | None, Text] = {
    None: HINT_STEP,
    "ascends": _("The gradient points uphill. Which way do you want to go?"),
    "normalised-gradient": _(
        "On flat ground a step should be short. Where does the steepness get lost?"
    ),
    "coordinates-updated-in-turn": _(
        "All components step from the same point: the whole gradient first, then the step."
    ),
    "gradient-computed-once": _(
        "The slope belongs to one point. Whose slope is it after the first step?"
    ),
    "init-x-ignored": _("Where does the caller say that the walk begins?"),
    "aliased-path": _("Does the list hold many arrays, or one array many times?"),
    "learning-rate-ignored": HINT_CALLER,
    "step-count-ignored": _(
        "Who decides how many steps there are: the caller, or the function itself?"
    ),
    "returns-inside-loop": _(
        "Follow the loop with a finger: what ends the function in its first round?"
    ),
    "one-step-short": HINT_COUNT,
    "one-step-too-many": HINT_COUNT,
}
# The parts of a program that make a step what it is, how long it is, and how many there are.
STEP, RATE, COUNT, KEPT = ("start", "direction", "measured"), ("rate",), ("count",), ("kept",)
# An own gradient may look as far as this around a point.
AROUND = 0.15
MOST_COUNTED = 5_000
PROGRAMS = levels(Descent(), KEYS)


@dataclass(frozen=True)
class Explained:
    """A program that gives what the student's code gave, with what it takes of its own."""

    program: Descent
    own: Own

    def key(self, *parts: str) -> str | None:
        """Return the name of the first slip in some of its parts, or None."""
        if None in self.program.keys:
            return None
        names = (KEYS[part].get(getattr(self.program, part)) for part in parts)
        return next((name for name in names if name), None)

    def is_right(self, *parts: str) -> bool:
        """Say whether none of these parts has a slip."""
        return all(getattr(self.program, part) == getattr(Descent, part) for part in parts)


@shared
def explain(student: Any, name: str) -> Explained | None:
    """Return the program that gives what a function gave, for all inputs; None if none does.

    It must agree on two inputs or more, in the result and in where f was evaluated. If programs
    with other slips agree as well, there is no telling which it is.
    """
    walks = (ONE, SHORT, LONG, SLOW, OTHER)
    answers = [
        (run(student, name, inputs), got)
        for inputs in walks
        if (got := given(student, name, inputs)) is not None
    ]
    if len(answers) < 2:
        return None
    owns = list(_owns(name, answers))
    for level in PROGRAMS:
        if name == POINT:
            level = tuple(one for one in level if one.kept == "all")
        alike = [
            Explained(program, own)
            for program in level
            for own in (owns if program.rate == "own" else owns[:1])
            if all(_agrees(program, own, name, *answer) for answer in answers)
            and _counts_alike(program, answers, student)
        ]
        if alike:
            return alike[0] if len({one.program.keys for one in alike}) == 1 else None
    return None


def _owns(name: str, answers: list[tuple[Run, np.ndarray]]) -> Iterator[Own]:
    """Return the factors that may be taken in place of lr, as one run shows them."""
    one, got = next(((one, got) for one, got in answers if one.inputs == ONE), answers[0])
    around = iterates(one.f.points(START))
    moves = [(one.inputs.start, got if name == POINT else got[-1])]
    moves += list(pairwise(around))[:1]
    moves += list(pairwise(got))[:1] if name == PATH else []
    rates = []
    for here, there in moves:
        slope = SLOPE.gradient(here)
        rates.append(abs(float((there - here) @ slope / (slope @ slope + 1e-300))))
        rates.append(float(np.linalg.norm(there - here)))
    for rate in dict.fromkeys(rate for rate in rates if 0 < rate < 1e6):
        yield Own(None, rate)
    yield Own(None, 1.0)


def _counts_of(one: Run, got: np.ndarray, name: str) -> list[int]:
    """Return how many steps a run may have taken, by its points or by how often it asked f."""
    visited = one.f.points(START)
    counts = (
        {len(got) - 1, len(got)}
        if name == PATH
        # Both sides of two components, one side, or a stand-in, which notes a place twice.
        else {*(len(visited) // each for each in (4, 3, 2)), len(iterates(visited))}
    )
    return sorted(count for count in counts if 1 < count <= MOST_COUNTED)


def _start_of(one: Run, got: np.ndarray, name: str) -> np.ndarray | None:
    """Return where a run began by itself, or None where it began at init_x."""
    around = iterates(one.f.points(START))
    begin = got[0] if name == PATH else around[0] if len(around) else None
    if begin is None or np.linalg.norm(begin - one.inputs.start) <= AROUND:
        return None
    if name == PATH and is_near(begin, one.inputs.walk[1]):
        return None  # it begins at init_x, and keeps what follows
    return begin


def _agrees(program: Descent, own: Own, name: str, one: Run, got: np.ndarray) -> bool:
    """Say whether a program gives the same, from points around which f was evaluated."""
    if program.start == "own":
        begin = _start_of(one, got, name)
        if begin is None:
            return False
        own = replace(own, start=begin)
    if program.count == "own":
        counts = _counts_of(one, got, name)
        return any(_gives(program, replace(own, count=n), name, one, got) for n in counts)
    return _gives(program, own, name, one, got)


def _gives(program: Descent, own: Own, name: str, one: Run, got: np.ndarray) -> bool:
    inputs = one.inputs
    path = program(SLOPE.gradient, inputs.start, inputs.lr, inputs.steps, own)
    if not len(path) or not is_near(got, path[-1] if name == POINT else path):
        return False
    if program.kept != "all" or not len(path) > 1:
        return True
    visited = one.f.points(START)
    measured = path[:1] if program.measured == "once" else path[:-1]
    away = np.abs(measured[:, None] - visited[None]).max(axis=2)
    near = AROUND * np.maximum(1, np.abs(measured).max(axis=1))
    return bool(len(visited)) and bool((away.min(axis=1) <= near).all())


def _counts_alike(program: Descent, answers: list[tuple[Run, np.ndarray]], student: Any) -> bool:
    """Say whether f was asked as often as by a program that does not count to step_num."""
    asked = {len(one.f.visits) for one, _got in answers if one.inputs in (ONE, SHORT, LONG)}
    match program.count:
        case "one":
            return len(asked) == 1 and ends_a_loop(student)
        case "own":
            return len(asked) == 1
        case "one, again and again":
            return len(asked) > 1
    return True


def predicts(student: Any, name: str, explained: Explained, *walks: Inputs) -> bool:
    """Say whether the program that explains a function gives what that gave for other inputs."""
    for inputs in walks:
        got = given(student, name, inputs)
        if got is None:
            return False
        if explained.program.count == "own" and np.abs(got).max() > RUNAWAY:
            continue  # so many steps of such a length lead beyond all numbers
        if not _agrees(explained.program, explained.own, name, run(student, name, inputs), got):
            return False
    return True


def key_of(student: Any, *parts: str, names: tuple[str, ...] = (POINT, PATH)) -> str | None:
    """Return the name of the slip in some parts of what explains one of the functions, or None."""
    for name in names:
        explained = explain(student, name)
        if explained and (key := explained.key(*parts)):
            return key
    return None


def fail_unvisited(got: np.ndarray) -> NoReturn:
    """Fail for a point that was reached without a single evaluation of f."""
    fail(
        _("f was never evaluated on the way to {got}").format(got=shown(got)),
        hint=_("Nobody tells you the formula of f. All that you can do is call f."),
        misconception="f-not-evaluated",
    )


def own_rate(points: np.ndarray) -> float | None:
    """Return what all moves of a walk are times the negative gradient; None if they differ.

    Moves of length 0 at its end are no moves.
    """
    if len(points) > 1:
        moving = np.linalg.norm(np.diff(points, axis=0), axis=1) > 1e-9
        points = points[: int(np.flatnonzero(moving).max(initial=-1)) + 2]
    if len(points) < 2 or not np.isfinite(points).all():
        return None
    rate = Walk(SLOPE, points).learning_rate
    return rate if rate is not None and rate > 0 else None


def points_by_results(student: Any, inputs: Inputs = SHORT) -> np.ndarray:
    """Return the start and where 1, 2, … steps of gradient_descent end, shape (steps + 1, n)."""
    counts = range(1, inputs.steps + 1)
    ends = [reached(student, Inputs(inputs.lr, count, inputs.begin)) for count in counts]
    return np.array([inputs.start, *ends])


def fail_step(student: Any, key: str | None) -> NoReturn:
    """Fail for steps of gradient_descent that do not go where they should."""
    by_count = points_by_results(student)
    hint, message = HINTS[key], None
    if key == "init-x-ignored":
        begin = iterates(run(student, POINT).f.points(START))[0]
        message = _("the walk begins at {got}; init_x is {start}").format(
            got=shown(begin), start=shown(START)
        )
    elif key == "normalised-gradient":
        lengths = np.linalg.norm(np.diff(by_count, axis=0), axis=1)
        if np.allclose(lengths, lengths[0], rtol=1e-3):
            message = _("every step is {length} long, on steep and on flat ground").format(
                length=number(lengths[0])
            )
    elif key == "gradient-computed-once" and is_near(route_of(student)[:-1].reshape(-1), START):
        message = _(
            "f was evaluated around {start} only, but {steps} steps led on to {got}"
        ).format(start=shown(START), steps=STEPS, got=shown(by_count[-1]))
    if message is None:
        message = tell_ends(student)
    route = route_of(student)
    fail(message, hint=hint, misconception=key, cause=key or "walk", evidence=beside(route))


def tell_ends(student: Any) -> Text:
    """Tell of the first number of steps that ends somewhere else than it should."""
    for inputs in (ONE, Inputs(steps=2), Inputs(steps=3), SHORT, SLOW, *BEYOND):
        got = reached(student, inputs)
        if not is_near(got, inputs.walk[-1]):
            return tell_end(inputs, got)
    return _("{steps} steps from {start} ended at {got}").format(
        steps=STEPS, start=shown(START), got=shown(reached(student))
    )


def tell_end(inputs: Inputs, got: np.ndarray) -> Text:
    """Tell where a walk led, and where it should have led."""
    return _(
        "from {start} with lr = {lr}, step_num = {steps} led to {got}, not to {expected}"
    ).format(
        start=shown(inputs.start),
        lr=inputs.lr,
        steps=inputs.steps,
        got=shown(got),
        expected=shown(inputs.walk[-1]),
    )
