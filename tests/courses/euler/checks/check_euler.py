"""Public checks of Euler's method: where it goes, and where it looks at the slope."""

import numpy as np

from autograder.checking import (
    Spy,
    _,
    as_array,
    fail,
    needs,
    number,
    points,
    require_names,
    shared,
    shown,
    vector,
)

from .slopes import lagging, walk

FUNCTIONS = ("euler_step", "euler")
STEP, PATH = FUNCTIONS
T, Y, H, STEPS = 1.0, np.array([3.0, -1.0]), 0.25, 4


@shared
def stepped(student):
    """Give what one step led to, and its f."""
    f = Spy(lagging)
    return student.euler_step(f, T, Y.copy(), H), f


@points(2)
def check_step(student):
    """euler_step goes from y to y + h f(t, y)"""
    require_names(student, *FUNCTIONS)
    value, f = stepped(student)
    got = vector(value, Y, STEP)
    expected = Y + H * lagging(T, Y)
    if np.allclose(got, expected, rtol=0, atol=1e-9):
        return
    times = f.points(T)
    later = Y + H * lagging(T + H, Y)
    if len(times) and np.allclose(times, T + H) and np.allclose(got, later, rtol=0, atol=1e-9):
        fail(
            _("f was evaluated at t = {got}; the step begins at t = {expected}").format(
                got=number(times[0]), expected=number(T)
            ),
            hint=_("At which time do you know y? The slope there says where to go."),
            misconception="f-at-the-next-time",
        )
    fail(
        _("from {start} one step led to {got}; it should lead to {expected}").format(
            start=shown(Y), got=shown(got), expected=shown(expected)
        ),
        hint=_("How far does y go in a time of h, if it changes by f(t, y) in a time of 1?"),
    )


@points(2)
@needs("check_step")
def check_path(student):
    """euler gives y0 and the point after each of n steps"""
    path = as_array(student.euler(Spy(lagging), T, Y.copy(), H, STEPS))
    expected = walk(lagging, T, Y, H, STEPS)
    if path is None or path.shape != expected.shape:
        fail(
            _("with n = {steps} the path has shape {got}; it should have {expected}").format(
                steps=STEPS, got=None if path is None else path.shape, expected=expected.shape
            ),
            hint=_("Count the points of a path with one step."),
        )
    if not np.allclose(path, expected, rtol=0, atol=1e-9):
        wrong = int((np.abs(path - expected).max(axis=1) > 1e-9).argmax())
        fail(
            _("point {index} is {got}; it should be {expected}").format(
                index=wrong, got=shown(path[wrong]), expected=shown(expected[wrong])
            ),
            hint=_("What time is it when the second step begins?"),
        )
