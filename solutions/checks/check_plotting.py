"""Hidden checks of the three pictures: other functions, ranges and paths, of each student's own."""

import numpy as np

from autograder.checking import Spy, needs, points
from autograder.checks.check_plotting import (
    CONTOUR,
    DESCENT,
    SURFACE,
    judge_fields,
    judge_path,
    judge_surface,
    picture_in,
)
from autograder.functions import bowl


def inputs(rng):
    """Give a function and two ranges, none of them symmetric."""
    f = bowl(rng.uniform(0.5, 1), rng.uniform(1.5, 3), centre=rng.uniform(-0.5, 0.5, 2))
    x0 = np.linspace(-rng.uniform(2, 3), rng.uniform(2, 3), int(rng.integers(30, 40)))
    x1 = np.linspace(-rng.uniform(1, 2), rng.uniform(1, 2), int(rng.integers(20, 29)))
    return f, x0, x1


@points(1)
@needs("check_surface_heights")
def check_unseen_surface(student, reference, rng):
    """plot_surface is right for functions that you have not seen"""
    f, x0, x1 = inputs(rng)
    picture = picture_in(student.plot_surface(Spy(f), x0.copy(), x1.copy()), SURFACE)
    judge_surface(picture, f, x0, x1)


@points(1)
@needs("check_contour_heights")
def check_unseen_contour(student, reference, rng):
    """plot_contour is right for functions that you have not seen"""
    f, x0, x1 = inputs(rng)
    picture = picture_in(student.plot_contour(Spy(f), x0.copy(), x1.copy()), CONTOUR)
    judge_fields(picture, f, x0, x1)


@points(1)
@needs("check_path", "check_contour_heights")
def check_unseen_descent(student, reference, rng):
    """plot_descent is right for functions and paths that you have not seen"""
    f, x0, x1 = inputs(rng)
    path = np.column_stack([rng.uniform(x[0], x[-1], 9) for x in (x0, x1)])
    picture = picture_in(student.plot_descent(Spy(f), path.copy(), x0.copy(), x1.copy()), DESCENT)
    judge_path(picture, f, path, x0, x1)
    judge_fields(picture, f, x0, x1)
