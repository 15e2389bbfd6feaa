"""Whether a figure shows f over the whole ranges, at heights enough."""

import numpy as np

from autograder.checking import Failure, _, fail, number

from .cells import SIDE, Cells

# Contours are interpolated on a grid and a pixel has a width: 2 % of the range of f is generous,
# and far below what another function or exchanged axes would show.
VALUE_TOLERANCE = 0.02
# A surface drawn with every tenth line of its grid has vertices in two thirds of the cells.
OCCUPIED = 0.6
# Of each range; the outermost contours need not reach the edges.
COVERED, COVERED_BY_LINES, TOO_FAR = 0.9, 0.4, 1.1
COVERED_PART = 0.7  # of the part that the axes show, where that is a few cells of the grid
# Fewer heights than these do not show where it is steep.
HEIGHTS = 4
FOLLOWED = 0.9
# Of the cells must f have been evaluated in, where the heights are those that it gave.
VISITED = 0.6
GIVEN = 0.95  # of the vertices of a surface
SAME = 1e-6  # two numbers so near each other, of the range of f, are the same but for rounding


def judge_extent(drawing, panel, every, is_ground=False):
    """Fail unless the axes show the whole ranges, and one of the fields covers them.

    The ground of a path may have as few levels as one likes, and the axes may show a part of it.
    """
    corner, widths = drawing.scene.corner, drawing.scene.widths
    if is_ground:
        low, high = np.sort(panel.limits[:2], axis=1).T
        low, high = np.maximum(low, corner), np.minimum(high, corner + widths)
        if (high - low < COVERED * widths).any() and (high > low).all():
            _judge_part(drawing, every[0], Cells(low, high - low))
            return
    else:
        _fail_if_cropped(drawing, panel)
    failures = []
    for claims in every:
        try:
            _judge_coverage(drawing, claims, Cells(corner, widths))
            if not is_ground:
                _judge_heights(drawing, claims)
            return
        except Failure as failure:
            failures.append(failure)
    raise failures[0]


def _fail_if_cropped(drawing, panel):
    """Fail where the limits of the axes leave a part of the ranges out."""
    scene = drawing.scene
    for axis, (name, whole) in enumerate((("x0", scene.x0), ("x1", scene.x1))):
        low, high = np.sort(panel.limits[axis])
        if min(high, whole[-1]) - max(low, whole[0]) < COVERED * np.ptp(whole):
            fail(
                _(
                    "the axes show {name} from {low} to {high}; it goes from {least} to {most}"
                ).format(
                    name=name,
                    low=number(low, 2),
                    high=number(high, 2),
                    least=number(whole[0], 2),
                    most=number(whole[-1], 2),
                ),
                hint=_("What sets the limits of the axes, and what do they leave out?"),
                cause="cropped",
                evidence=drawing.evidence,
            )


def _judge_part(drawing, claims, cells):
    """Fail unless what the axes show of the ranges has its ground."""
    if claims.is_lines:
        share, needed = _followed(drawing, claims, cells), FOLLOWED
    else:
        share = np.min((np.ptp(claims.where, axis=0) + 2 * claims.half) / cells.widths)
        needed = COVERED_PART
    if share < needed:
        _fail_covered(drawing, share)


def _followed(drawing, claims, cells):
    """Return the share of the lines of equal height that is drawn."""
    levels, points = claims.low, claims.where
    if (claims.low != claims.high).any():  # the edges of bands are lines of two heights
        levels, points = np.concatenate([levels, claims.high]), np.tile(points, (2, 1))
    tolerance = VALUE_TOLERANCE * np.ptp(drawing.scene.heights)
    return cells.followed(drawing.scene.f, points, levels, tolerance)


def _fail_covered(drawing, share):
    fail(
        _("what is drawn covers only {share} of the ranges of x0 and x1").format(
            share=f"{share:.0%}"
        ),
        hint=_("Does all of x0 and x1 go into the grid?"),
        cause="values",
        evidence=drawing.evidence,
    )


def _judge_coverage(drawing, claims, cells):
    """Fail unless what is shown covers the cells, no less and no more."""
    covered = (np.ptp(claims.where, axis=0) + 2 * claims.half) / cells.widths
    least = COVERED_BY_LINES if claims.is_lines else COVERED
    if (covered < least).any() or (covered > TOO_FAR + 2 * claims.half / cells.widths).any():
        fail(
            _("the figure covers {got} of the range of x0 and {also} of that of x1").format(
                got=f"{covered[0]:.0%}", also=f"{covered[1]:.0%}"
            ),
            hint=_("Does all of x0 and x1 go into the grid?"),
            cause="values",
            evidence=drawing.evidence,
        )
    if claims.is_lines:
        share, needed = _followed(drawing, claims, cells), FOLLOWED
    else:
        share, needed = cells.occupied(claims.where).sum() / SIDE**2, OCCUPIED
    if share < needed:
        _fail_covered(drawing, share)


def _judge_heights(drawing, claims):
    """Fail where too few heights can be told apart."""
    values = drawing.scene.heights
    heights = len(np.unique(np.stack([claims.low, claims.high]), axis=1).T)
    if heights < HEIGHTS:
        fail(
            _("the figure tells only {count} heights apart; f goes from {least} to {most}").format(
                count=heights,
                least=number(values.min(), 2),
                most=number(values.max(), 2),
            ),
            hint=_("How many levels does a map need until one sees where it is steep?"),
            cause="levels",
            evidence=drawing.evidence,
        )


def judge_source(drawing):
    """Fail unless f was evaluated over the whole grid, and a surface has the heights it gave."""
    scene, visited = drawing.scene, drawing.visited
    cells = Cells(scene.corner, scene.widths)
    visited = visited[np.isfinite(visited).all(axis=1)]
    share = cells.occupied(visited).sum() / SIDE**2 if len(visited) else 0.0
    if share < VISITED:
        fail(
            _("`{name}` did not evaluate f over the whole grid").format(name=drawing.name),
            hint=_("The heights of the figure are those that f gives. Where do yours come from?"),
            cause="source",
            is_open=True,
        )
    for panel in drawing.panels:
        if panel.surfaces:
            vertices = np.vstack(panel.surfaces)
            gap = np.abs(scene.f(vertices[:, :2].T) - vertices[:, 2])
            asked = {row.tobytes() for row in np.round(visited, 7) + 0.0}
            places = np.round(vertices[:, :2], 7) + 0.0
            given = np.array([row.tobytes() in asked for row in places])
            if ((gap <= SAME * np.ptp(scene.heights)) & given).mean() >= GIVEN:
                return
    if any(panel.surfaces for panel in drawing.panels):
        fail(
            _("the heights in the figure of `{name}` are not those that f gave").format(
                name=drawing.name
            ),
            hint=_("The heights of the figure are those that f gives. Where do yours come from?"),
            cause="source",
            is_open=True,
        )
