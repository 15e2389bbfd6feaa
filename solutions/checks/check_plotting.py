"""Hidden checks of the three pictures: each follows the f, the ranges and the path handed in."""

import numpy as np

from autograder.checking import needs, points

from .figure_diagnosis import judge_fields, judge_path, judge_surface
from .figures import (
    CONTOUR,
    DESCENT,
    SURFACE,
    draw,
    drawing,
    marked_scene,
    picture_in,
)
from .functions import bowl
from .watermark import Scene


def unseen(rng):
    """Give another scene; neither its function nor its ranges are symmetric."""
    f = bowl(rng.uniform(0.5, 1), rng.uniform(1.5, 3), centre=rng.uniform(-0.5, 0.5, 2))
    x0 = np.linspace(-rng.uniform(2, 3), rng.uniform(2, 3), int(rng.integers(22, 28)))
    x1 = np.linspace(-rng.uniform(1, 2), rng.uniform(1, 2), int(rng.integers(15, 20)))
    path = np.column_stack([rng.uniform(x[0], x[-1], 9) for x in (x0, x1)])
    return Scene(f, x0, x1, path)


@points(1)
@needs("check_surface_heights")
def check_unseen_surface(student, rng):
    """plot_surface is right for functions that you have not seen"""
    if marked_scene(student).is_in_surface(draw(student, SURFACE)):
        return
    scene = unseen(rng)
    picture = picture_in(drawing(student, SURFACE, scene), SURFACE)
    judge_surface(picture, scene.f, scene.x0, scene.x1)


@points(1)
@needs("check_contour_heights")
def check_unseen_contour(student, rng):
    """plot_contour is right for functions that you have not seen"""
    if marked_scene(student).is_in_field(draw(student, CONTOUR)):
        return
    scene = unseen(rng)
    picture = picture_in(drawing(student, CONTOUR, scene), CONTOUR)
    judge_fields(picture, scene.f, scene.x0, scene.x1)


@points(1)
@needs("check_path", "check_contour_heights")
def check_unseen_descent(student, rng):
    """plot_descent is right for functions and paths that you have not seen"""
    seen, marked = draw(student, DESCENT), marked_scene(student)
    if marked.is_in_field(seen) and marked.is_in_lines(seen):
        return
    scene = unseen(rng)
    picture = picture_in(drawing(student, DESCENT, scene), DESCENT)
    judge_path(picture, scene.f, scene.path, scene.x0, scene.x1)
    judge_fields(picture, scene.f, scene.x0, scene.x1)
