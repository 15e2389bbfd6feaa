"""Hidden checks of gradient_descent: the reference solution on inputs of each student's own."""

from autograder.checking import Spy, _, fail, needs, points, shown, vector

from .descent_diagnosis import COUNT, explain
from .descents import LONG, ONE, PATH, POINT, SHORT, is_near, is_right, point_of
from .functions import Quadratic

# Farther than any bound that a student may have put around the walk.
FAR = 100
OFFSETS = {"one fewer": -1, "one more": 1}


def inputs(rng, size, reach=3):
    """Give a function, a start, a learning rate and a number of steps that converge."""
    f = Quadratic(
        rng.uniform(0.5, 2, size), rng.uniform(-1, 1, size), coupling=rng.uniform(0.2, 0.6)
    )
    return (
        f,
        rng.uniform(-reach, reach, size),
        round(float(rng.uniform(0.02, 0.15)), 3),
        int(rng.integers(2, 5)),
    )


@points(2)
@needs("check_step", "check_learning_rate")
def check_unseen_walks(student, reference, rng):
    """gradient_descent is right for functions that you have not seen"""
    explained = explain(student, POINT)
    count = explained.program.count if explained else "given"
    counts = is_right(student, POINT, ONE, SHORT, LONG)
    for size, reach in ((2, 3), (2, FAR), (4, 3)):
        f, start, lr, steps = inputs(rng, size, reach)
        expected = reference.gradient_descent(f, start, lr, steps + OFFSETS.get(count, 0))
        got = point_of(student.gradient_descent(Spy(f), start.copy(), lr, steps), start)
        if not is_near(got, expected):
            fail(
                _(
                    "from {start} with lr = {lr}, {steps} steps ended at {got}; expected {expected}"
                ).format(
                    start=shown(start), lr=lr, steps=steps, got=shown(got), expected=shown(expected)
                ),
                hint=_("Does the result depend on anything but what the caller hands in?"),
                cause=(explained and explained.key(*COUNT)) or ("values" if counts else "count"),
            )


@points(1)
@needs("check_path_shape", "check_path")
def check_unseen_paths(student, reference, rng):
    """descent_path is right for functions that you have not seen"""
    f, start, lr, steps = inputs(rng, 3)
    expected = reference.descent_path(f, start, lr, steps)
    got = vector(student.descent_path(Spy(f), start.copy(), lr, steps), expected, PATH)
    if not is_near(got, expected):
        fail(
            _("the path from {start} with lr = {lr} is {got}; expected {expected}").format(
                start=shown(start), lr=lr, got=shown(got), expected=shown(expected)
            ),
            hint=_("Does the result depend on anything but what the caller hands in?"),
            cause="values",
        )
