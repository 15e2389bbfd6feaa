"""What a descent did wrong, told from where it evaluated f and from the points that it gave."""

import numpy as np

from autograder.checking import Failure, StudentFault, _, fail, number, shared, shown

from .descents import (
    FEW,
    LR,
    MORE,
    PATH,
    POINT,
    SLOPE,
    START,
    STEPS,
    TOLERANCE,
    beside,
    point_of,
    route_of,
    run,
    walked,
)
from .trajectories import Walk, ideal, iterates

ELSEWHERE = np.array([3.0, -1.0])

HINT_STEP = _("One step: where am I, which way is up, how far do I go? Print these for one step.")
HINT_CALLER = _("Who decides how far a step goes: the caller, or the function itself?")
HINT_COUNT = _("Count the points and the steps between them by hand for step_num = 1 and 2.")


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


@shared
def factor_of(student):
    """Give how many times the negative gradient each step of gradient_descent is, or fail."""
    reached, f = walked(student)
    if not f.visits:
        fail_unvisited(reached)
    route = route_of(reached, f)
    if np.linalg.norm(route[0] - START) > TOLERANCE:
        fail_elsewhere(student, POINT, route[0])
    fail_if_computed_once(student, POINT, point_of)
    return judge_walk(route[: STEPS + 1], reached, in_turn=moves_in_turn(route))


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


def judge_walk(route, reached, in_turn=False):
    """Fail unless a route follows the negative gradient with one factor; give it."""
    evidence, hint, key = beside(route), HINT_STEP, None
    if len(route) < 2:
        message = _("{steps} steps from {start} ended at {got}").format(
            steps=STEPS, start=shown(START), got=shown(reached)
        )
        fail(message, hint=hint, cause="walk", evidence=evidence)
    walk = Walk(SLOPE, route)
    if walk.learning_rate is not None and walk.learning_rate > 0:
        return walk.learning_rate
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


def is_near(end, expected):
    """Say whether two points agree; where a walk runs away, errors grow with it."""
    return np.linalg.norm(end - expected) <= TOLERANCE * max(1, np.linalg.norm(expected))


def key_of(judgement, student):
    """Give the misconception that a shared judgement on the student ends in, or None."""
    try:
        judgement(student)
    except Failure as failure:
        return failure.feedback.misconception
    except StudentFault:
        pass
    return None


def goes_downhill(student):
    """Say whether the steps of gradient_descent follow the negative gradient."""
    try:
        return factor_of(student) > 0
    except (Failure, StudentFault):
        return False


@shared
def count(student):
    """Fail unless gradient_descent takes as many steps as were asked for, of its own factor."""
    factor = factor_of(student) if goes_downhill(student) else LR
    walk = ideal(SLOPE, START, factor, 12)
    reached, evaluated = {}, {}
    for steps in (1, STEPS, MORE):
        reached[steps], evaluated[steps] = walked(student, LR, steps)
    wrong = [steps for steps, end in reached.items() if not is_near(end, walk[steps])]
    if not wrong:
        return
    near = np.linalg.norm(walk - reached[STEPS], axis=1).argmin()
    hint, key = HINT_COUNT, None
    if np.allclose(reached[1], reached[STEPS], rtol=0, atol=1e-6):
        key = "step-count-ignored"
        hint = _("Who decides how many steps there are: the caller, or the function itself?")
        if near == 1 and len(iterates(evaluated[STEPS].points(START))) == 1:
            key = "returns-inside-loop"
            hint = _("Follow the loop with a finger: what ends the function in its first round?")
    elif STEPS in wrong and near in (STEPS - 1, STEPS + 1):
        key = "one-step-short" if near < STEPS else "one-step-too-many"
    steps = STEPS if STEPS in wrong else wrong[0]
    fail(
        _(
            "step_num = {steps} led from {start} to {got}; {steps} steps should lead to {expected}"
        ).format(
            steps=steps,
            start=shown(START),
            got=shown(reached[steps]),
            expected=shown(walk[steps]),
        ),
        hint=hint,
        misconception=key,
        cause=key or "count",
        evidence=beside(route_of(reached[steps], evaluated[steps]), steps=steps),
    )


def judge_length(paths, visits):
    """Fail unless every path has step_num + 1 points.

    Args:
        paths: what descent_path gave, by step_num, STEPS and MORE.
        visits: how often f was evaluated for each, as a set.
    """
    if all(path.shape == (steps + 1, *START.shape) for steps, path in paths.items()):
        return
    shapes = [paths[steps].shape for steps in (STEPS, MORE)]
    rows = [shape[0] if shape[1:] == START.shape else None for shape in shapes]
    key = None
    if rows[0] is not None and rows[0] == rows[1]:
        if rows[0] > 2:
            key = "step-count-ignored"
        elif len(visits) == 1 and visits != {0}:
            key = "returns-inside-loop"
    elif rows == [STEPS, MORE]:
        key = "one-step-short"
    elif rows == [STEPS + 2, MORE + 2]:
        key = "one-step-too-many"
    fail(
        _(
            "with step_num = {steps} `{name}` gave back an array of shape {got}, not {expected}"
        ).format(steps=STEPS, name=PATH, got=shapes[0], expected=(STEPS + 1, 2)),
        hint=HINT_COUNT,
        misconception=key,
        cause=key or "path-form",
        evidence=beside(paths[STEPS]) if rows[0] else None,
    )
