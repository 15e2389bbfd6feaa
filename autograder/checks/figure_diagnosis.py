"""What a figure shows wrong, read off its surfaces, contours and lines, however they were drawn."""

import re
import unicodedata
from functools import partial

import numpy as np

from autograder.checking import _, fail, number, shown

from .figures import CONTOUR, DESCENT, SURFACE, beside

# Contours are interpolated on a grid and a pixel has a width: 2 % of the range of f is generous,
# and far below what another function or exchanged axes would show.
VALUE_TOLERANCE = 0.02
ENOUGH = 0.97
# A band of colour half as wide as the range of f, or a cell over which f changes so much, is true
# of almost any function: it tells nothing.
TELLING = 0.5
CORNERS = ((0, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))  # of a cell, from its centre
# A hundredth of the picture's width is about as well as an eye can tell points apart.
NEAR = 0.01


def fail_if_empty(picture, name):
    """Fail if the figure's axes hold nothing."""
    if all(panel.is_empty for panel in picture.panels):
        fail(
            _("nothing is drawn in the figure of `{name}`, which has {count} axes").format(
                name=name, count=len(picture.panels)
            ),
            hint=_("Which axes did you draw in, and do they belong to the figure you return?"),
            misconception="empty-axes",
            evidence=beside(picture, name),
        )


def judge_surface(picture, f, x0, x1):
    """Fail unless one of the surfaces is that of f over the whole grid."""
    vertices = np.vstack([surface for panel in picture.panels for surface in panel.surfaces])
    where, heights = vertices[:, :2], vertices[:, 2]
    evidence = partial(beside, picture, SURFACE, f, x0, x1)
    judge_values(evidence, f, x0, x1, where, heights, heights, np.zeros(2))


def judge_fields(picture, f, x0, x1):
    """Fail unless the contours or colours of a figure are those of f."""
    field = next(field for panel in picture.panels if not panel.is_3d for field in panel.fields)
    evidence = partial(beside, picture, CONTOUR, f, x0, x1)
    judge_values(evidence, f, x0, x1, field.points, field.low, field.high, field.half)


def judge_values(evidence, f, x0, x1, where, low, high, half):
    """Fail unless f lies between low and high where the figure says so, over the whole grid."""
    values = f(np.array(np.meshgrid(x0, x1)))
    tolerance = VALUE_TOLERANCE * np.ptp(values)
    corners = [f((where + half * sign).T) for sign in CORNERS]
    width = np.minimum(high, values.max()) - np.maximum(low, values.min())
    telling = width + np.ptp(corners, axis=0) <= TELLING * np.ptp(values) + tolerance
    if not telling.any():
        fail(
            _("the figure shows f nowhere: f lies between {least} and {most}").format(
                least=number(values.min(), 2), most=number(values.max(), 2)
            ),
            hint=_("How many different heights can a reader tell apart in your figure?"),
            cause="values",
            evidence=evidence(),
        )
    # The secret in the last digits decides no tie.
    where, low, high = (np.round(one[telling], 9) for one in (where, low, high))

    def misfit(points_, half_):
        """Give how far f stays from what the figure says, anywhere in the cell of each point."""
        corners = [f((points_ + half_ * sign).T) for sign in CORNERS]
        return np.maximum(low - np.max(corners, axis=0), np.min(corners, axis=0) - high)

    def agreement(points_, half_):
        return (misfit(points_, half_) <= tolerance).mean()

    if agreement(where, half) < ENOUGH:
        index = misfit(where, half).argmax()
        truth = f(where[index])
        message = _("at ({x0}, {x1}) the figure shows {got}; f is {expected} there").format(
            x0=number(where[index, 0], 2),
            x1=number(where[index, 1], 2),
            got=number(low[index] if truth < low[index] else high[index], 3),
            expected=number(truth, 3),
        )
        # A transposed table, stretched over the ranges as they should be, is exchanged as well.
        low_ends, widths = np.array([x0[0], x1[0]]), np.array([np.ptp(x0), np.ptp(x1)])
        stretched = ((where - low_ends) / widths)[:, ::-1] * widths + low_ends
        if (
            agreement(where[:, ::-1], half[::-1]) >= ENOUGH
            or agreement(stretched, (half / widths)[::-1] * widths) >= ENOUGH
        ):
            fail(
                _("x0 and x1 are exchanged: {message}").format(message=message),
                hint=_(
                    "Which index of the array counts the rows, and which axis do rows go along?"
                ),
                misconception="axes-swapped",
                evidence=evidence(),
            )
        fail(
            message,
            hint=_("Work out f at one point of the grid by hand, and look for it in the figure."),
            cause="values",
            evidence=evidence(),
        )
    covered = np.ptp(where, axis=0) / [np.ptp(x0), np.ptp(x1)]
    if (covered < 0.5).any() or (covered > 1.1).any():
        fail(
            _("the figure covers {got} of the range of x0 and {also} of that of x1").format(
                got=f"{covered[0]:.0%}", also=f"{covered[1]:.0%}"
            ),
            hint=_("Does all of x0 and x1 go into the grid?"),
            cause="values",
            evidence=evidence(),
        )


def fail_if_misnamed(picture, panel, name):
    """Fail if an axis bears the name of another one."""
    names = [re.sub(r"\W|_", "", unicodedata.normalize("NFKC", one)) for one in panel.labels]
    both = names[:2] == ["x1", "x0"]
    for axis, own in enumerate(("x0", "x1")):
        if both or (panel.is_3d and names[2] == own and names[axis] not in (own, "")):
            fail(
                _("in the figure of `{name}` the axis of {axis} is called “{label}”").format(
                    name=name, axis=own, label=panel.labels[axis].strip()[:40]
                ),
                hint=_("Think of a reader who sees only the picture: which direction is which?"),
                misconception="axes-swapped" if both else None,
                evidence=beside(picture, name),
            )


def judge_path(picture, f, path, x0, x1):
    """Fail unless every point of the path is marked, on a line or by an arrow."""
    widths = np.array([np.ptp(x0), np.ptp(x1)])
    marks = []
    for panel in picture.panels:
        if not panel.is_3d:
            marks += [*panel.lines, *panel.points]
            marks += [part for rows in panel.arrows for part in (rows[:, :2], rows[:, 2:])]

    def found(points_):
        there = np.zeros(len(points_), bool)
        for drawn in marks:  # one after the other: all at once could be millions
            gaps = np.abs(points_[:, None] - drawn[None]) / widths
            there |= (gaps.max(axis=2, initial=0) < NEAR).any(axis=1)
        return there

    there = found(path)
    if there.all():
        return
    evidence = beside(picture, DESCENT, f, x0, x1, path)
    if found(path[:, ::-1]).all():
        fail(
            _("the path goes through {got} where it should go through {expected}").format(
                got=shown(path[1, ::-1]), expected=shown(path[1])
            ),
            hint=_("Which column of the path is x0, and which axis is it drawn along?"),
            misconception="axes-swapped",
            evidence=evidence,
        )
    if not there.any():
        # As many marks as the path has points may be the path, drawn in another place.
        elsewhere = any(len(drawn) == len(path) for drawn in marks)
        fail(
            _("none of the {count} points of the path is in the figure of `{name}`").format(
                count=len(path), name=DESCENT
            ),
            hint=_("Where do you draw the first point of path, and where should it be?")
            if elsewhere
            else _("The map is there. What draws the points that were handed in as path?"),
            misconception=None if elsewhere else "path-missing",
            evidence=evidence,
        )
    fail(
        _("{found} of the {count} points of the path are drawn; {point} is missing").format(
            found=int(there.sum()), count=len(path), point=shown(path[~there][0])
        ),
        hint=_("Which points does your line go through: the first, the last, all between?"),
        misconception="path-incomplete",
        evidence=evidence,
    )
