"""Public checks of numerical_gradient: truths, and where f was evaluated when they are missed."""

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
    shown,
    vector,
)

from .functions import Quadratic, bowl
from .gradient_diagnosis import (
    BOWL,
    COUPLED,
    CURVED,
    EPSILON,
    HERE,
    HINT_RESTORE,
    HINT_SIDES,
    HINT_WHOLE,
    HINTS,
    LARGE,
    THERE,
    TINY,
    TOLERANCE,
    Probe,
    X,
    cause_of,
    explain,
    fail_values,
    is_left_behind,
    is_right,
    keys_of,
    made,
    main_key,
    precise,
    predicts,
    seen,
    steps_of,
    together,
    values_of,
)

FUNCTIONS = ("numerical_gradient",)
NAME = FUNCTIONS[0]
# A central difference with h = 0.05 is off by 0.2 %, one with h = 0.1 by 0.7 %.
RELATIVE = 0.004
SMALL = 1e-7  # steps below this lose digits by rounding
# Whole numbers at which the slopes have fractions.
WHOLE = (
    Probe(bowl(0.7, 1.6), np.array([2.0, -1.0])),
    Probe(bowl(1.3, 0.6), np.array([-3.0, 2.0])),
)


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
    made(student, HERE)
    require_names(student, NAME)  # now for the parameters


@points(1)
def check_shape(student):
    """the result is an array of the shape of x"""
    answer = made(student, HERE)
    array = as_array(answer.value)
    if array is not None and array.shape != X.shape:
        key = main_key(student)
        if key in ("all-components-at-once", "returns-inside-loop"):
            fail_values(student, answer, array)
    vector(answer.value, X, NAME)


@points(3)
@needs("check_shape")
def check_bowl(student):
    """the gradient of x0² + 3 x1² is (2, 12) at (1, 2) and (-4, 3) at (-2, 0.5)"""
    for probe in (HERE, THERE):
        answer = made(student, probe)
        got = vector(answer.value, probe.x, NAME)
        if not answer.f.visits:
            fail(
                _("f was never evaluated; the result is {got}").format(got=shown(got)),
                hint=_("Nobody tells you the formula of f. All that you can do is call f."),
                misconception="f-not-evaluated",
                evidence=seen(answer.visited, probe.x),
            )
        if not np.allclose(got, probe.truth, rtol=0, atol=TOLERANCE):
            fail_values(student, answer, got)


@points(1)
@needs("check_bowl")
def check_both_sides(student):
    """f is evaluated on both sides of x, so that the error shrinks with h²"""
    answer = made(student, HERE)
    got = vector(answer.value, X, NAME)
    steps = answer.visited - X
    if answer.f.is_complex or not len(steps):
        return
    fail_if_imprecise(student)
    ahead, behind = steps.max(axis=0), -steps.min(axis=0)
    key = next((key for key in keys_of(student) if key.endswith("difference")), None)
    if key is None:
        # On c·x² a one-sided difference is off by c·h exactly, on whichever side it looks; formulas
        # of higher order are not.
        one_sided = np.where(behind > 0, -behind, ahead)
        off = np.allclose(got - HERE.truth, BOWL.curvatures * one_sided, rtol=0.2, atol=1e-8)
        if (np.minimum(ahead, behind) > 0).any() or not one_sided.all() or not off:
            return
    side = _("on one side of x only, along each component")
    if key is not None:
        is_forward = key == "forward-difference"
        if is_forward and (behind <= 0).all():
            side = _("never below x")
        elif not is_forward and (ahead <= 0).all():
            side = _("never above x")
        else:
            side = _("and the values on one side of x alone give the same result")
    fail(
        _("f was evaluated at {points}: {side}; the result is off by {error}").format(
            points=", ".join(map(precise, answer.visited[:6])),
            side=side,
            error=shown(got - HERE.truth),
        ),
        hint=HINT_SIDES,
        misconception=key,
        evidence=seen(answer.visited),
    )


def fail_if_imprecise(student):
    """Fail for a result that is off by far more than its steps to both sides explain."""
    answer = made(student, CURVED[0])
    x, truth, f = CURVED[0].x, CURVED[0].truth, CURVED[0].function
    steps = answer.visited - x
    h = min(steps.max(), -steps.min()) if len(steps) else 0.0
    if not SMALL <= h <= LARGE / 4 or np.abs(steps).max() > LARGE / 4:
        return  # how large h may be is another check's claim
    if "integer-truncation" in keys_of(student):
        return  # so are whole numbers
    got = vector(answer.value, x, NAME)
    error = np.abs(got - truth)
    # A sixth of the third derivative, rounding, and the digits of float32, each many times over.
    allowed = 2 * f.rates**2 * truth * h**2 + 100 * f.offset * EPSILON / h + 1e-6 * truth
    if (steps.max(axis=0) > 0).all() and (steps.min(axis=0) < 0).all() and (error > allowed).any():
        fail(
            _(
                "with h = {h} the result at {x} is {got}, not {truth}: off by far more than h²"
            ).format(h=number(h), x=shown(x), got=shown(got), truth=shown(truth)),
            hint=_("What happens to the digits between the division and the return?"),
            cause=cause_of(student),
        )


@points(1)
@needs("check_shape")
def check_x_restored(student):
    """one component moves at a time, and x is as before at the end"""
    answer = made(student, COUPLED)
    before, after, visited = COUPLED.x, answer.after, answer.visited
    if is_left_behind(student):
        fail(
            _("f was evaluated at {point}: more than one component had moved away from {x}").format(
                point=precise(together(visited, before)[0]), x=shown(before)
            ),
            hint=HINT_RESTORE,
            misconception="x-not-restored",
            evidence=seen(visited, before),
        )
    h = np.abs(visited - before).max(initial=0)
    if (np.abs(after - before) > 0.01 * h).any():
        fail(
            _("x was {before} before the call and {after} after it").format(
                before=shown(before), after=precise(after)
            ),
            hint=HINT_RESTORE,
            misconception="x-not-restored",
        )
    if "integer-truncation" in keys_of(student):
        return  # whole numbers as the result are another check's claim
    if is_right(student, HERE, THERE) and not is_right(student, COUPLED):
        fail(
            _(
                "at {x} your function gave {got}; "
                "the gradient of x0² + 3 x1² + 0.7 x0 x1 is {truth}"
            ).format(
                x=shown(before),
                got=shown(vector(answer.value, before, NAME)),
                truth=shown(COUPLED.truth),
            ),
            hint=_(
                "Print every point that goes into f: which components have moved, and from where?"
            ),
            cause=cause_of(student),
        )


@points(1)
@needs("check_shape")
def check_integers(student):
    """whole numbers in x are as good as floats"""
    wrong = None
    for probe in WHOLE:
        try:
            # In a browser whole numbers have 32 bits if nothing else is said.
            answer = made(student, probe, np.int64)
        except StudentFault as fault:
            if is_right(student, HERE):
                fail_if_cut_off(fault)
            raise
        got = vector(answer.value, probe.x, NAME)
        if not np.allclose(got, probe.truth, rtol=0, atol=TOLERANCE):
            wrong = wrong or (probe, got)
    if wrong is None:
        return
    probe, got = wrong
    floats = values_of(student, probe)
    is_cut_off = all(is_truncated(student, one) for one in WHOLE)
    if not is_cut_off and (
        floats is None
        or floats.shape != got.shape
        or not np.allclose(floats, probe.truth, rtol=0, atol=TOLERANCE)
        or np.allclose(got, floats, rtol=0, atol=TOLERANCE)
    ):
        return  # whole numbers are not what is wrong here
    fail(
        _("np.array({whole}) gave {got}; the gradient there is {truth}").format(
            whole=probe.x.astype(int).tolist(), got=shown(got), truth=shown(probe.truth)
        ),
        hint=HINT_WHOLE,
        misconception="integer-truncation" if is_cut_off else None,
    )


def is_truncated(student, probe):
    """Say whether fractions were cut off the result, or off every point visited."""
    answer = made(student, probe, np.int64)
    got, floats = as_array(answer.value), values_of(student, probe)
    if got is None or floats is None or got.shape != floats.shape:
        return False
    cut = [np.trunc(floats + side) for side in (1e-6, -1e-6)]
    if np.logical_or(*(got == one for one in cut)).all() and (
        (floats != np.round(floats)).any() or "integer-truncation" in keys_of(student)
    ):
        return True
    moved = made(student, probe).visited
    return bool(
        len(answer.visited)
        and (answer.visited == np.round(answer.visited)).all()
        and (moved != np.round(moved)).any()
    )


@points(2)
@needs("check_shape")
def check_step(student):
    """the step h is neither too large nor too small"""
    answer = made(student, CURVED[0])
    x, truth, f = CURVED[0].x, CURVED[0].truth, CURVED[0].function
    got = as_array(answer.value)
    steps = answer.visited - x
    h = np.abs(steps).max(initial=0)
    # Where only one side is visited, an error of h f″/2 is that check's matter, not this one's.
    is_one_sided = (np.minimum(steps.max(0, initial=0), -steps.min(0, initial=0)) <= 0).any()
    allowed = RELATIVE * truth.max() + (f.rates * truth * h if is_one_sided and h < LARGE else 0.0)
    if got is not None and got.shape == x.shape and (np.abs(got - truth) <= allowed).all():
        return
    key = step_key(student, h)
    if key is None:
        got = vector(answer.value, x, NAME)
    message = _("with h = {h} the result at {x} is {got}, not {truth}").format(
        h=number(h), x=shown(x), got=shown(got), truth=shown(truth)
    )
    if key is None:
        message = _("at {x} your function gave {got}; the gradient is {truth}").format(
            x=shown(x), got=shown(got), truth=shown(truth)
        )
    cause = key or cause_of(student)
    hint = HINTS[key] if key else _("Try exp, which you can differentiate by hand, and compare.")
    fail(message, hint=hint, misconception=key, cause=cause)


def step_key(student, h):
    """Return what is wrong with h, if a program without other slips gives the same with it."""
    answers = [made(student, probe) for probe in CURVED]
    program = explain(student)
    if program is None or program.quotient != "central" or program.turns != "each":
        return None
    if not all(predicts(program, answer, steps_of(answer, answers)) for answer in answers):
        return None
    return "step-too-small" if 0 < h <= TINY else "step-too-large" if h >= LARGE else None


@points(1)
@needs("check_bowl")
def check_any_shape(student):
    """x may be a list, or an array of any number of components in any arrangement"""
    row = np.array([1.0, -1.0, 0.0, 0.5, 0.25])
    table = np.array([[1.0, -1, 2], [0.5, 0.25, 3]])
    for curvatures, x, given in (
        (np.array([1.0, 2.0, 0.5, 3.0, 1.5]), row, row.copy()),
        (np.array([[1.0, 2.0, 0.5], [3.0, 1.5, 1.0]]), table, table.copy()),
        (np.array([1.0, 2.0, 0.5, 3.0, 1.5]), row, row.tolist()),
    ):
        f = Spy(Quadratic(curvatures, np.zeros_like(curvatures)))
        got = vector(student.numerical_gradient(f, given), x, NAME)
        truth = f.function.gradient(x)
        if not np.allclose(got, truth, rtol=0, atol=TOLERANCE):
            fail(
                _("for x = {x} your function gave {got}; the gradient is {truth}").format(
                    x=shown(x), got=shown(got), truth=shown(truth)
                ),
                hint=_("Does your loop reach every component, also where x has rows and columns?"),
                cause=cause_of(student),
            )
