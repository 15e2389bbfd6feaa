"""Public checks of numerical_gradient: truths, seen at the points where f is evaluated."""

import numpy as np

from autograder.checking import (
    Spy,
    StudentFault,
    _,
    as_array,
    fail,
    fail_if_cut_off,
    needs,
    number,
    points,
    require_names,
    shared,
    shown,
    vector,
)

from .functions import Exponential, Quadratic, bowl
from .gradient_diagnosis import (
    BOWL,
    HINT_DIGITS,
    HINT_RESTORE,
    OFFSET,
    TINY,
    TOLERANCE,
    X,
    are_both_sides,
    fail_if_all_at_once,
    fail_in_first_round,
    fail_values,
    left_behind,
    moved,
    precise,
    seen,
    stops_in_first_round,
    tell_moved_together,
    told_before,
)

FUNCTIONS = ("numerical_gradient",)
NAME = FUNCTIONS[0]
# A central difference with h = 0.05 is off by 0.2 %, one with h = 0.1 by 0.7 %.
RELATIVE, LARGE = 0.004, 0.04


def stand_in_numerical_gradient(f, x):
    """The exact gradient; x is noted twice, as by a difference to both sides of no width."""
    x = np.asarray(x, dtype=float)
    if f is None:  # a function of the student's own leads nowhere: it is not the one handed in
        return np.zeros_like(x)
    if np.ndim(f.function(x)):
        raise ValueError("x is more than one point")
    f.note(x)
    f.note(x)
    return f.function.gradient(x)


@points(1)
def check_name(student):
    """the file runs, and defines a function named numerical_gradient"""
    require_names(student, NAME)
    run(student)


@shared
def run(student):
    """Give what the function gave on the bowl, and its f: one call for all checks."""
    f = Spy(BOWL)
    return student.numerical_gradient(f, X.copy()), f


@points(1)
def check_shape(student):
    """the result is an array of the shape of x"""
    value, f = run(student)
    array = as_array(value)
    if array is not None and array.shape != X.shape:
        fail_if_all_at_once(f.points(X))
        if array.shape == (1,) and stops_in_first_round(student):
            fail_in_first_round(value)
    vector(value, X, NAME)


@points(3)
@needs("check_shape")
def check_bowl(student):
    """the gradient of x0² + 3 x1² at (1, 2) is (2, 12)"""
    value, f = run(student)
    got, truth = vector(value, X, NAME), BOWL.gradient(X)

    if not f.visits:
        fail(
            _("f was never evaluated; the result is {got}").format(got=shown(got)),
            hint=_("Nobody tells you the formula of f. All that you can do is call f."),
            misconception="f-not-evaluated",
            evidence=seen(f.points(X)),
        )
    if not np.allclose(got, truth, rtol=0, atol=TOLERANCE):
        if stops_in_first_round(student):
            fail_in_first_round(got, seen(f.points(X)))
        fail_values(f.points(X), got, truth)


@points(1)
@needs("check_bowl")
def check_both_sides(student):
    """f is evaluated on both sides of x, so that the error shrinks with h²"""
    value, f = run(student)
    got = vector(value, X, NAME)
    error = got - BOWL.gradient(X)
    steps = f.points(X) - X
    h = np.where(np.abs(steps.max(axis=0)) > np.abs(steps.min(axis=0)), steps.max(0), steps.min(0))

    # On c·x² a one-sided difference is off by c·h exactly; formulas of higher order are not.
    expected = BOWL.curvatures * h
    if f.is_complex or not h.all() or are_both_sides(steps):
        return
    if np.allclose(error, expected, rtol=0.2, atol=1e-9 / np.abs(h).min() * 1e-5):
        side, key = (_("below"), "forward-difference") if (h > 0).all() else (
            _("above"), "backward-difference"
        )  # fmt: skip
        fail(
            _("f was evaluated at {points}: never {side} x; the result is off by {error}").format(
                points=", ".join(map(precise, f.points(X)[:6])), side=side, error=shown(error)
            ),
            hint=_(
                "One side alone is off by about h, both sides by about h². Look the other way too."
            ),
            misconception=key,
            evidence=seen(f.points(X)),
        )


@points(1)
@needs("check_shape")
def check_x_restored(student):
    """one component moves at a time, and x is as before at the end"""
    f, x = Spy(bowl(1, 3, 2)), np.array([1.0, 2.0, 3.0])
    before = x.copy()
    student.numerical_gradient(f, x)

    visited = f.points(before)
    if len(left_behind(visited, before)):
        fail(
            tell_moved_together(visited, before),
            hint=HINT_RESTORE,
            misconception="x-not-restored",
            # The first two components are enough to see it.
            evidence=seen(visited[:, :2], before[:2]),
        )
    h = np.abs(visited - before).max(initial=0)
    if (np.abs(x - before) > 0.01 * h).any():
        fail(
            _("x was {before} before the call and {after} after it").format(
                before=shown(before), after=precise(x)
            ),
            hint=HINT_RESTORE,
            misconception="x-not-restored",
        )


@points(1)
@needs("check_shape")
def check_integers(student):
    """whole numbers in x are as good as floats"""
    x = np.array([2, -1], np.int64)  # in a browser they have 32 bits if nothing else is said
    f = Spy(bowl(0.5, 1.5))
    truth = f.function.gradient(x.astype(float))
    try:
        got = vector(student.numerical_gradient(f, x.copy()), x, NAME)
    except StudentFault as fault:
        fail_if_cut_off(fault)
        raise
    visited = f.points(x)
    if np.allclose(got, truth, rtol=0, atol=TOLERANCE):
        return
    floats = vector(student.numerical_gradient(Spy(f.function), x.astype(float)), x, NAME)
    if np.allclose(got, floats, atol=TOLERANCE):
        return
    cut_off = (visited == np.round(visited)).all() or (got == np.round(got)).all()
    if cut_off or np.allclose(floats, truth, rtol=0, atol=TOLERANCE):
        fail(
            _("np.array([2, -1]) gave {got}, but np.array([2.0, -1.0]) gave {floats}").format(
                got=shown(got), floats=shown(floats)
            ),
            hint=_("An array of whole numbers can hold no fractions. What kind is yours?"),
            misconception="integer-truncation" if cut_off else None,
        )


@points(2)
@needs("check_bowl")
def check_step(student):
    """the step h is neither too large nor too small"""
    x = np.array([0.5, -0.3, 0.8, 0.1])
    f = Spy(Exponential(np.array([2.0, 3.0, 2.0, 1.0]), offset=OFFSET))
    truth = f.function.gradient(x)
    got = vector(student.numerical_gradient(f, x.copy()), x, NAME)
    error = np.abs(got - truth)
    steps = f.points(x) - x
    h = np.abs(steps).max() if len(steps) else 0.0
    # Where only one side is visited, an error of h f″/2 is that check's matter, not this one's.
    one_sided = 0.0 if are_both_sides(steps) or h >= LARGE else f.function.rates * truth * h
    if (error <= RELATIVE * truth.max() + one_sided).all():
        return

    hint, key = _("Try exp, which you can differentiate by hand, and compare."), None
    if 0 < h <= TINY:
        hint, key = HINT_DIGITS, "step-too-small"
    elif h >= LARGE and (moved(f.points(x), x).sum(axis=1) <= 1).all():
        hint = _("Over a long step the function bends. How does the error change as h shrinks?")
        key = "step-too-large"
    fail(
        _("with h = {h} the result at {x} is off by {error} %").format(
            h=number(h), x=shown(x), error=number(100 * (error / truth.max()).max(), 2)
        ),
        hint=hint,
        misconception=key,
        cause=key or "values",
    )


@points(1)
@needs("check_bowl")
def check_any_shape(student):
    """x may have any number of components, in any arrangement"""
    for curvatures, x in (
        (np.array([1.0, 2.0, 0.5, 3.0, 1.5]), np.array([1.0, -1.0, 0.0, 0.5, 0.25])),
        (np.array([[1.0, 2.0, 0.5], [3.0, 1.5, 1.0]]), np.array([[1.0, -1, 2], [0.5, 0.25, 3]])),
    ):
        f = Spy(Quadratic(curvatures, np.zeros_like(curvatures)))
        got = vector(student.numerical_gradient(f, x.copy()), x, NAME)
        truth = f.function.gradient(x)
        if not np.allclose(got, truth, rtol=0, atol=TOLERANCE):
            fail(
                _(
                    "for x of shape {shape} your function gave {got}; the gradient is {truth}"
                ).format(shape=x.shape, got=shown(got), truth=shown(truth)),
                hint=_("Does your loop reach every component, also where x has rows and columns?"),
                cause=told_before(f.points(x), x),
            )
