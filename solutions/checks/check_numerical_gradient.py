"""Hidden checks of numerical_gradient: the reference solution on inputs of each student's own."""

import numpy as np

from autograder.checking import Spy, _, fail, needs, points, shown, vector

from .functions import Quadratic
from .gradient_diagnosis import THREE, cause_of, is_right

# An honest one-sided difference with h up to 0.01 is off by less than 0.05 in these functions.
TOLERANCE = 0.06


@points(2)
@needs("check_bowl")
def check_unseen_functions(student, reference, rng):
    """the gradient is right for functions that you have not seen"""
    # That a loop knows two components only is another check's claim.
    for size in (2, 3, 4) if is_right(student, THREE) else (2, 2, 2):
        curvatures, centre, x = (
            rng.uniform(0.5, 3, size),
            rng.uniform(-2, 2, size),
            rng.normal(size=size),
        )
        f = Quadratic(curvatures, centre, coupling=rng.uniform(0.5, 1), offset=rng.uniform(-5, 5))
        expected = reference.numerical_gradient(f, x)
        got = vector(student.numerical_gradient(Spy(f), x.copy()), x, "numerical_gradient")
        if not np.allclose(got, expected, rtol=0, atol=TOLERANCE):
            fail(
                _(
                    "a function of {size} variables at {x}: yours gave {got}, expected {expected}"
                ).format(size=size, got=shown(got), x=shown(x), expected=shown(expected)),
                hint=_("Does the result depend on anything but f and x?"),
                cause=cause_of(student),
            )
