"""What surfaces, contours or colours show wrong, judged cell by cell, however they were drawn."""

import numpy as np

from autograder.checking import Failure, _, fail, number

from .cells import Cells
from .claims import CORNERS, Claims
from .extent import VALUE_TOLERANCE, judge_extent
from .figures import DESCENT

# Of the cells in which the figure shows something.
ENOUGH = 0.95
# A band of colour half as wide as the range of f, or a cell over which f changes so much, is true
# of almost any function: it tells nothing.
TELLING = 0.5


def judge_surface(drawing):
    """Fail unless the surfaces of one of the axes are those of f over the whole grid."""
    panels = [panel for panel in drawing.panels if panel.surfaces]
    _judge_any(drawing, panels, _surfaces)


def judge_fields(drawing):
    """Fail unless the contours or colours of one of the axes are those of f."""
    _judge_any(drawing, drawing.maps, _fields)


def _judge_any(drawing, panels, read):
    """Fail for the reason of the first axes unless one of them is right."""
    failures = []
    for panel in panels:
        try:
            for claims in (every := read(drawing, panel)):
                _judge_values(drawing, claims)
            judge_extent(drawing, panel, every, is_ground=drawing.name == DESCENT)
            return
        except Failure as failure:
            failures.append(failure)
    if failures:
        raise failures[0]
    fail(_("there is nothing to judge in the figure of `{name}`").format(name=drawing.name))


def _surfaces(_drawing, panel):
    vertices = np.vstack(panel.surfaces)
    return [Claims(vertices[:, :2], vertices[:, 2], vertices[:, 2], np.zeros(2))]


def _fields(drawing, panel):
    """Return the claims of each field that can be seen, at the places in view."""
    limits = np.sort(panel.limits[:2], axis=1)
    seen = []
    for field in panel.fields:
        claims = Claims(field.points, field.low, field.high, field.half, field.is_lines)
        slack = field.half + 1e-9 * np.ptp(limits, axis=1)
        inside = (claims.where >= limits[:, 0] - slack) & (claims.where <= limits[:, 1] + slack)
        if len(field.points):
            seen.append(claims.at(inside.all(axis=1)))
    if not seen:
        fail(
            _("there are contours in the figure of `{name}`, but nobody can see them").format(
                name=drawing.name
            ),
            hint=_("What makes a line visible: its style, its width, its colour, markers?"),
            cause="invisible",
            evidence=drawing.evidence,
        )
    if not any(len(claims.where) for claims in seen):
        fail(
            _("what is drawn in the figure of `{name}` lies outside of its axes").format(
                name=drawing.name
            ),
            hint=_("What sets the limits of the axes, and what do they leave out?"),
            cause="cropped",
            evidence=drawing.evidence,
        )
    return [claims for claims in seen if len(claims.where)]


def _judge_values(drawing, claims):
    """Fail unless f lies between low and high where the figure says so, in each cell."""
    scene, values = drawing.scene, drawing.scene.heights
    tolerance = VALUE_TOLERANCE * np.ptp(values)
    corners = [scene.f((claims.where + claims.half * sign).T) for sign in CORNERS]
    width = np.minimum(claims.high, values.max()) - np.maximum(claims.low, values.min())
    telling = width + np.ptp(corners, axis=0) <= TELLING * np.ptp(values) + tolerance
    if not telling.any():
        fail(
            _("the figure shows f nowhere: f lies between {least} and {most}").format(
                least=number(values.min(), 2), most=number(values.max(), 2)
            ),
            hint=_("How many different heights can a reader tell apart in your figure?"),
            cause="values",
            evidence=drawing.evidence,
        )
    claims = claims.at(telling)
    misfit = claims.misfit(scene.f)
    if _agreement(claims.where, misfit <= tolerance) >= ENOUGH:
        _fail_if_ranges_exchanged(drawing, claims)
        return
    index = misfit.argmax()
    truth = scene.f(claims.where[index])
    message = _("at ({x0}, {x1}) the figure shows {got}; f is {expected} there").format(
        x0=number(claims.where[index, 0], 2),
        x1=number(claims.where[index, 1], 2),
        got=number(claims.low[index] if truth < claims.low[index] else claims.high[index], 3),
        expected=number(truth, 3),
    )
    # A transposed table, stretched over the ranges as they should be, is exchanged as well.
    widths, corner = scene.widths, scene.corner
    stretched = ((claims.where - corner) / widths)[:, ::-1] * widths + corner
    for where, half in (
        (claims.where[:, ::-1], claims.half[::-1]),
        (stretched, (claims.half / widths)[::-1] * widths),
    ):
        if _agreement(where, claims.misfit(scene.f, where, half) <= tolerance) >= ENOUGH:
            _fail_exchanged(drawing, message)
    fail(
        message,
        hint=_("Work out f at one point of the grid by hand, and look for it in the figure."),
        cause="values",
        evidence=drawing.evidence,
    )


def _agreement(where, is_right):
    """Return the share of right cells among those in which something is shown."""
    occupied, right = Cells.around(where).right(where, is_right)
    return right.sum() / occupied.sum()


def _fail_exchanged(drawing, message):
    fail(
        _("x0 and x1 are exchanged: {message}").format(message=message),
        hint=_("Which index of the array counts the rows, and which axis do rows go along?"),
        misconception="axes-swapped",
        evidence=drawing.evidence,
    )


def _fail_if_ranges_exchanged(drawing, claims):
    """Fail where f is right, but drawn over the range of x1 along x0, and the other way round."""
    scene = drawing.scene
    low, high = claims.where.min(axis=0), claims.where.max(axis=0)
    ends = np.array([scene.corner, scene.corner + scene.widths])[:, ::-1]
    apart = np.abs(np.array([low, high]) - ends) / scene.widths[::-1]
    # Rings need not reach the edges; but one range is more than twice as long as the other.
    beyond = (high - low)[1] > 1.2 * scene.widths[1]
    if beyond and (high - low)[0] <= 1.1 * scene.widths[1] and (apart < 0.25).all():
        message = _("along x0 the figure goes from {low} to {high}, and x0 from {least} to {most}")
        _fail_exchanged(
            drawing,
            message.format(
                low=number(low[0], 2),
                high=number(high[0], 2),
                least=number(scene.x0[0], 2),
                most=number(scene.x0[-1], 2),
            ),
        )
