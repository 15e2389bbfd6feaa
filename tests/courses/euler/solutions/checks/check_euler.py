"""Hidden checks of Euler's method: the reference solution on inputs of each student's own."""

import numpy as np

from autograder.checking import Spy, _, as_array, fail, needs, points, shown


@points(1)
@needs("check_path")
def check_unseen_slopes(student, reference, rng):
    """euler is right for slopes that you have not seen"""
    pace, t, y = rng.uniform(0.5, 2), rng.uniform(-1, 1), rng.normal(size=3)

    def f(time, place):
        return np.cos(pace * time) - place

    expected = reference.euler(f, t, y, 0.1, 3)
    got = as_array(student.euler(Spy(f), t, y.copy(), 0.1, 3))
    if got is None or got.shape != expected.shape or not np.allclose(got, expected, atol=1e-9):
        fail(
            _("from {start} three steps ended at {got}; expected {expected}").format(
                start=shown(y),
                got=shown(got),
                expected=shown(expected[-1]),
            )
        )
