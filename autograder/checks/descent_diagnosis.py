"""What a descent did wrong, told from where it evaluated f and from the points that it gave.

All of it is seen on one walk, which the checks of gradient_descent share.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checking import Spy, _, fail, number, shown
from autograder.functions import bowl
from autograder.walks import Walk, ideal, iterates

# Steep enough that the first steps are far longer than any sensible h; coupled, so that the order
# in which components are updated shows.
SLOPE, START, LR, STEPS = bowl(1, 2, coupling=1), np.array([2.0, 3.0]), 0.1, 4
MORE = 6  # steps, to see whether their number counts
FEW = 2  # steps, to see whether each is the same multiple of the gradient
ELSEWHERE = np.array([3.0, -1.0])
# Far above what a one-sided difference with h = 0.01 does to four steps, far below one step.
TOLERANCE = 0.03
# As many points as a picture can show.
MOST_SEEN = 200

HINT_STEP = _("One step: where am I, which way is up, how far do I go? Print these for one step.")
HINT_CALLER = _("Who decides how far a step goes: the caller, or the function itself?")


@dataclass(frozen=True)
class Run:
    """A call of one of the functions: what it gave, where it evaluated f, and init_x afterwards."""

    value: Any
    f: Spy
    start: np.ndarray


def run(student, name, lr=LR, steps=STEPS, start=START):
    """Give a run on the slope, made once for all checks: evaluations of f are what costs time."""
    key = (name, lr, steps, start.dtype.str, *start)
    if key not in student.memory:
        f, own = Spy(SLOPE), start.copy()
        value = getattr(student, name)(f, own, lr=lr, step_num=steps)
        student.memory[key] = Run(value, f, own)
    return student.memory[key]


def route_of(reached, f):
    """Give the points of a walk: where f was evaluated, and where it ended."""
    route = iterates(f.points(START))
    if not len(route):  # f was evaluated, but nowhere near a point of this shape
        return np.atleast_2d(reached)
    return np.vstack([route, reached]) if np.linalg.norm(reached - route[-1]) > 1e-3 else route


def fail_unvisited(reached):
    """Fail for a point that was reached without a single evaluation of f."""
    fail(
        _("f was never evaluated on the way to {got}").format(got=shown(reached)),
        hint=_("Nobody tells you the formula of f. All that you can do is call f."),
        misconception="f-not-evaluated",
    )


def fail_elsewhere(student, name, begin):
    """Fail for a walk that does not begin at init_x; ignored if another init_x does not move it."""
    first, other = (
        iterates(run(student, name, start=start).f.points(START))[:1]
        for start in (START, ELSEWHERE)
    )
    follows = np.allclose(other - first, ELSEWHERE - START, rtol=0, atol=TOLERANCE)
    fail(
        _("the walk begins at {got}; init_x is {start}").format(
            got=shown(begin), start=shown(START)
        ),
        hint=_("Where does the caller say that the walk begins?"),
        misconception=None if follows else "init-x-ignored",
        cause="start" if follows else "init-x-ignored",
    )


def fail_if_computed_once(student, name, end_of_run):
    """Fail if f is evaluated around the start only, and yet more steps lead farther."""
    short, long = run(student, name, steps=1), run(student, name)
    visited = long.f.points(START)
    if len(visited) != len(short.f.points(START)) or len(iterates(visited)) != 1:
        return
    first, last = end_of_run(short.value), end_of_run(long.value)
    if np.linalg.norm(last - first) > TOLERANCE:
        fail(
            _("f was evaluated around {start} only, but {steps} steps led on to {got}").format(
                start=shown(START), steps=STEPS, got=shown(last)
            ),
            hint=_("The slope belongs to one point. Whose slope is it after the first step?"),
            misconception="gradient-computed-once",
            evidence=beside(np.array([START, first, last])),
        )


def moves_in_turn(route):
    """Say whether the evaluations moved along one component after the other."""
    moves = np.abs(np.diff(route, axis=0))
    if len(moves) < STEPS:
        return False
    alone = (moves > 0.02 * moves.max(axis=1, keepdims=True)).sum(axis=1) == 1
    return bool(alone[: 2 * STEPS - 1].all())


def tell_astray(walk):
    """Tell of the first step that leads somewhere else than lr times the gradient would."""
    expected = walk.points[:-1] - LR * walk.gradients
    index = int((np.linalg.norm(walk.points[1:] - expected, axis=1) > TOLERANCE).argmax())
    return _(
        "step {number} led from {start} to {got}; with lr = {lr} it should lead to {expected}"
    ).format(
        number=index + 1,
        start=shown(walk.points[index]),
        got=shown(walk.points[index + 1]),
        lr=LR,
        expected=shown(expected[index]),
    )


def beside(path, lr=LR, steps=STEPS):
    """Give the evidence for the picture of a path over the right one."""
    seen = path[np.isfinite(path).all(axis=1)][:MOST_SEEN]
    expected = ideal(SLOPE, START, lr, steps)
    return {**SLOPE.evidence(), "path": seen.tolist(), "expected_path": expected.tolist()}


def judge_walk(student, route, reached, in_turn=False):
    """Fail unless a route follows the negative gradient with one factor, which is remembered."""
    evidence, hint, key = beside(route), HINT_STEP, None
    if len(route) < 2:
        message = _("{steps} steps from {start} ended at {got}").format(
            steps=STEPS, start=shown(START), got=shown(reached)
        )
        fail(message, hint=hint, cause="walk", evidence=evidence)
    walk = Walk(SLOPE, route)
    if walk.learning_rate is not None and walk.learning_rate > 0:
        student.memory["factor"] = walk.learning_rate
        return
    message = tell_astray(walk)
    if walk.ascends:
        hint = _("The gradient points uphill. Which way do you want to go?")
        key = "ascends"
    elif in_turn or walk.is_in_turn(LR):
        message = _("f was evaluated while only some of the components had taken their step")
        hint = _(
            "All components step from the same point: the whole gradient first, then the step."
        )
        key = "coordinates-updated-in-turn"
    elif walk.is_normalised:
        lengths = np.linalg.norm(walk.steps, axis=1)
        message = _("every step is {length} long, on steep and on flat ground").format(
            length=number(lengths[0])
        )
        hint = _("On flat ground a step should be short. Where does the steepness get lost?")
        key = "normalised-gradient"
    fail(message, hint=hint, misconception=key, cause=key or "walk", evidence=evidence)


def judge_learning_rate(route):
    """Fail unless the moves of a route are lr times the gradient, for two learning rates."""
    routes = [route(lr, steps)[: steps + 1] for lr, steps in ((LR, STEPS), (LR / 4, FEW))]
    factors = [Walk(SLOPE, one).learning_rate for one in routes]
    if None in factors:
        fail(
            _(
                "with lr = {lr} a step should be {lr} times the gradient; "
                "yours was not always the same multiple of it"
            ).format(lr=LR / 4),
            hint=HINT_CALLER,
            cause="learning-rate",
            evidence=beside(routes[1], LR / 4, FEW),
        )
    if not np.allclose(factors, [LR, LR / 4], rtol=0.05):
        ignored = np.isclose(*factors, rtol=0.05)
        fail(
            _(
                "with lr = {lr} a step should be {lr} times the gradient; yours was {factor} times"
            ).format(lr=LR / 4, factor=number(factors[1])),
            hint=HINT_CALLER,
            misconception="learning-rate-ignored" if ignored else None,
            cause="learning-rate-ignored" if ignored else "learning-rate",
            evidence=beside(routes[1], LR / 4, FEW),
        )
