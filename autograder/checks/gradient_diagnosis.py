"""What a numerical gradient did wrong, told from where it evaluated f and from what it gave."""

import numpy as np

from autograder.checking import Spy, _, fail, shown

from .functions import bowl
from .pictures import visits_around

BOWL, X = bowl(1, 3), np.array([1.0, 2.0])

# A forward difference with h up to 0.01 is off by c·h = 0.03 here: that is another check's claim.
TOLERANCE = 0.05
# A loss is far from 0 as a rule. Rounding an f of size OFFSET costs OFFSET · ε / h, too much where
# h falls below TINY.
OFFSET, TINY = 1e5, 1e-9

HINT_RESTORE = _("Every component starts from the same x. What does each leave behind in x?")
HINT_DIGITS = _("f has about 16 digits. Subtract two nearly equal values: how many are left?")


def seen(visited, x=X):
    """Give the evidence for the picture of the points at which f was evaluated."""
    return visits_around(BOWL, visited, x)


def stops_in_first_round(student):
    """Say whether f is evaluated along the first of three components only."""
    # Components of one size: a step that rounding swallows is swallowed in all of them.
    f, x = Spy(bowl(1, 3, 2)), np.ones(3)
    student.numerical_gradient(f, x.copy())
    return moved(f.points(x), x).any(axis=0).tolist() == [True, False, False]


def fail_in_first_round(got, evidence=None):
    """Fail for a loop that ends in its first round."""
    fail(
        _("f was evaluated along the first component only; the result is {got}").format(
            got=shown(got)
        ),
        hint=_("Follow the loop with a finger: what ends the function in its first round?"),
        misconception="returns-inside-loop",
        evidence=evidence,
    )


def fail_if_all_at_once(visited, evidence=None):
    """Fail if f was evaluated beside x, but never with one component moved alone."""
    away = moved(visited, X)
    if away.any() and not (away.sum(axis=1) == 1).any():
        fail(
            _("every time, f was evaluated with several components moved together: {point}").format(
                point=precise(visited[away.any(axis=1)][0])
            ),
            hint=_("A partial derivative asks what f does when one component moves alone."),
            misconception="all-components-at-once",
            evidence=evidence,
        )


def fail_values(visited, got, truth):
    """Fail for wrong values on the bowl, and say why, where the points visited show it."""
    fail_if_all_at_once(visited, seen(visited))
    steps = visited - X
    message = _("at {x} your function gave {got}; the gradient is {truth}").format(
        x=shown(X), got=shown(got), truth=shown(truth)
    )
    hint, key = _("Work one component out by hand, with your h, and compare."), None
    if not steps.any():
        message = _("f was evaluated at {x} only: x + h is x itself").format(x=shown(X))
        hint = _("A float64 has about 16 digits. What is 1 + h for your h?")
        key = "step-too-small"
    elif np.abs(steps).max() <= TINY:
        hint, key = HINT_DIGITS, "step-too-small"
    elif np.allclose(got, -truth, rtol=0, atol=TOLERANCE):
        hint = _("Uphill and downhill are exchanged. Which value do you subtract from which?")
        key = "sign-reversed"
    elif are_both_sides(steps) and np.allclose(got, 2 * truth, rtol=0, atol=2 * TOLERANCE):
        hint = _("How far apart are the two points where f was evaluated?")
        key = "not-divided-by-two"
    elif are_both_sides(steps) and is_misread(got, truth, steps.max(axis=0)):
        hint = _("Put small numbers into your division by hand, in the order in which Python goes.")
        key = "parentheses-missing"
    elif len(left_behind(visited, X)):
        message = tell_moved_together(visited, X)
        hint, key = HINT_RESTORE, "x-not-restored"
    fail(message, hint=hint, misconception=key, evidence=seen(visited))


def is_misread(got, truth, h):
    """Say whether (a - b) / 2h was worked out as a / 2 · h would be, or as a - b / 2h."""
    ahead, behind = ([BOWL(X + side) for side in sign * np.diag(h)] for sign in (1, -1))
    readings = (
        truth * h**2,
        ahead - behind / (2 * h),
        ahead - np.divide(behind, 2) * h,
    )
    return any(np.allclose(got, reading, rtol=1e-3, atol=0) for reading in readings)


def are_both_sides(steps):
    """Say whether f was evaluated above and below x, along every component."""
    return (steps.max(axis=0) > 0).all() and (steps.min(axis=0) < 0).all()


def moved(visited, x):
    """Say which components were moved at each point; what rounding moves does not count."""
    steps = np.abs(visited - x)
    return steps > 0.01 * steps.max(initial=0)


def left_behind(visited, x):
    """Give the points at which a component was still moved when the next one's turn came."""
    count = moved(visited, x).sum(axis=1)
    alone = np.flatnonzero(count == 1)
    return visited[[index for index in np.flatnonzero(count > 1) if (alone < index).any()]]


def tell_moved_together(visited, x):
    """Tell of the first point at which a component was left behind."""
    return _("f was evaluated at {point}: more than one component had moved away from {x}").format(
        point=precise(left_behind(visited, x)[0]), x=shown(x)
    )


def told_before(visited, x):
    """Give the cause of wrong values, as other checks have told it where the points show it."""
    if x.ndim == 1 and len(left_behind(visited, x)):
        return "x-not-restored"
    return "step-too-small" if 0 < np.abs(visited - x).max(initial=0) <= TINY else "values"


def precise(x):
    """Write a point with all its digits: the difference may be tiny."""
    return "(" + ", ".join(f"{value:.12g}" for value in x) + ")"
