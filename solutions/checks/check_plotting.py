"""Hidden checks of the pictures: their heights are those that f gave, over the whole grid."""

from autograder.checking import needs, points

from .extent import judge_source
from .figures import CONTOUR, SURFACE, draw


@points(1)
@needs("check_surface_heights")
def check_surface_of_f(student):
    """plot_surface draws the heights that f gives over the whole grid"""
    judge_source(draw(student, SURFACE))


@points(1)
@needs("check_contour_heights")
def check_contour_of_f(student):
    """plot_contour draws the levels of what f gives over the whole grid"""
    judge_source(draw(student, CONTOUR))
