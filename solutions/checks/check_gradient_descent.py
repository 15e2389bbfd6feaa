"""Hidden checks of gradient_descent: the reference solution on inputs of each student's own."""

import numpy as np

from autograder.checking import Spy, _, as_array, fail, needs, points, shown

from .descent_diagnosis import count, key_of
from .descents import point_of
from .functions import Quadratic

# An honest one-sided difference with h up to 0.01 moves the point reached by less than this.
TOLERANCE = 0.03
# A count that is off by one has cost its check already.
OFFSETS = {"one-step-short": -1, "one-step-too-many": 1}


def inputs(rng, size):
    """Give a function, a start, a learning rate and a number of steps that converge."""
    f = Quadratic(
        rng.uniform(0.5, 2, size), rng.uniform(-1, 1, size), coupling=rng.uniform(0.2, 0.6)
    )
    return (
        f,
        rng.uniform(-3, 3, size),
        round(float(rng.uniform(0.02, 0.15)), 3),
        int(rng.integers(2, 5)),
    )


@points(2)
@needs("check_step", "check_learning_rate")
def check_unseen_walks(student, reference, rng):
    """gradient_descent is right for functions that you have not seen"""
    for size in (2, 4):
        f, start, lr, steps = inputs(rng, size)
        miscount = key_of(count, student)
        if miscount in ("step-count-ignored", "returns-inside-loop"):
            continue
        counted = steps + OFFSETS.get(miscount, 0)
        expected = reference.gradient_descent(f, start, lr, counted)
        got = as_array(point_of(student.gradient_descent(Spy(f), start.copy(), lr, steps), start))
        if (
            got is None
            or got.shape != expected.shape
            or not np.allclose(got, expected, atol=TOLERANCE)
        ):
            fail(
                _(
                    "from {start} with lr = {lr}, {steps} steps ended at {got}; expected {expected}"
                ).format(
                    start=shown(start), lr=lr, steps=steps, got=shown(got), expected=shown(expected)
                ),
                hint=_("Does the result depend on anything but what the caller hands in?"),
                cause="values",
            )


@points(1)
@needs("check_path_shape", "check_path")
def check_unseen_paths(student, reference, rng):
    """descent_path is right for functions that you have not seen"""
    f, start, lr, steps = inputs(rng, 3)
    expected = reference.descent_path(f, start, lr, steps)
    got = as_array(student.descent_path(Spy(f), start.copy(), lr, steps))
    if got is None or got.shape != expected.shape or not np.allclose(got, expected, atol=TOLERANCE):
        fail(
            _("the path from {start} with lr = {lr} ended at {got}; expected {expected}").format(
                start=shown(start),
                lr=lr,
                got=shown(got if got is None or got.ndim < 2 else got[-1]),
                expected=shown(expected[-1]),
            ),
            hint=_("Does the result depend on anything but what the caller hands in?"),
            cause="values",
        )
