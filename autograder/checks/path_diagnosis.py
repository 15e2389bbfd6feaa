"""What the drawing of a path shows wrong: its points, or their order."""

import numpy as np

from autograder.checking import _, fail, shown

from .way import NEAR, Way, apart, best_way, pieces, ways_of

FEW = 2  # rows of a mark that stands for itself, such as a dot at the start
SAMPLES = np.linspace(0, 1, 9)  # along a step, to see whether it is drawn


def judge_path(drawing):
    """Fail unless every point of the path is marked, and every line goes from each to the next."""
    scene, ways, way = drawing.scene, ways_of(drawing), best_way(drawing)
    if way is None:
        _fail_missing(drawing)
    marks = way.marks
    there = way.found(marks)
    if there.all():
        _judge_order(drawing, way, marks)
        return
    _fail_if_exchanged(drawing, ways)
    _fail_if_hidden(drawing, ways)
    seen = [mark for one in ways for mark in one.seen]
    if not seen:
        _fail_missing(drawing)
    _fail_if_elsewhere(drawing, way, marks, there)
    # Where dots are on the path and a line is not, the line was meant to be it.
    strays = any(mark.line and len(mark.rows) > 1 and not way.bears(mark) for mark in way.seen)
    goes_on = any(mark.line and len(mark.rows) > 1 for mark in marks)
    fail(
        _("{found} of the {count} points of the path are drawn; {point} is missing").format(
            found=int(there.sum()), count=len(scene.path), point=shown(scene.path[~there][0])
        ),
        hint=_("Which points does your line go through: the first, the last, all between?"),
        misconception=None if strays and not goes_on else "path-incomplete",
        evidence=drawing.evidence,
    )


def _fail_missing(drawing):
    fail(
        _("none of the {count} points of the path is in the figure of `{name}`").format(
            count=len(drawing.scene.path), name=drawing.name
        ),
        hint=_("The map is there. What draws the points that were handed in as path?")
        if drawing.maps
        else _("What draws the points that were handed in as path?"),
        misconception="path-missing",
        evidence=drawing.evidence,
    )


def _fail_if_exchanged(drawing, ways):
    path = drawing.scene.path
    for way in ways:
        turned = Way(path[:, ::-1], way.widths, way.panel)
        if turned.found(way.seen, in_view=False).all():
            fail(
                _("the path goes through {got} where it should go through {expected}").format(
                    got=shown(path[1, ::-1]), expected=shown(path[1])
                ),
                hint=_("Which column of the path is x0, and which axis is it drawn along?"),
                misconception="axes-swapped",
                evidence=drawing.evidence,
            )


def _fail_if_hidden(drawing, ways):
    """Fail where the path is drawn, but cannot be seen."""
    path = drawing.scene.path
    for way in ways:
        whole = [mark for mark in way.panel.marks if way.bears(mark)]
        if not way.found(whole, in_view=False).all():
            continue
        seen = [mark for mark in whole if mark.seen]
        if not way.found(seen, in_view=False).all():
            fail(
                _("the path is in the figure of `{name}`, but nobody can see it").format(
                    name=drawing.name
                ),
                hint=_("What makes a line visible: its style, its width, its colour, markers?"),
                cause="invisible-path",
                evidence=drawing.evidence,
            )
        missing = path[~way.found(seen)][0]
        fail(
            _("the axes do not show the whole path: {point} lies outside").format(
                point=shown(missing)
            ),
            hint=_("What sets the limits of the axes, and what do they leave out?"),
            cause="cropped",
            evidence=drawing.evidence,
        )


def _fail_if_elsewhere(drawing, way, marks, there):
    """Fail without a key where marks are drawn at points that are none of the path's."""
    path = drawing.scene.path
    for mark in way.seen:
        rows = way.rows(mark)
        finite = rows[np.isfinite(rows).all(axis=1)]
        if len(finite) <= FEW and mark not in marks:
            continue  # a dot of its own, such as the minimum
        gaps = np.abs(finite[:, None] - way.path[None]).max(axis=2).min(axis=1)
        if (gaps > NEAR).any():
            stray = finite[gaps > NEAR][0] * way.widths
            fail(
                _("{got} is marked in the figure of `{name}`, and is no point of the path").format(
                    got=shown(stray), name=drawing.name
                ),
                hint=_("The path goes through {points}. What does your line go through?").format(
                    points=", ".join(shown(point) for point in path[:2])
                ),
                evidence=drawing.evidence,
            )
    if not there.any():
        dots = [mark for mark in way.seen if not way.bears(mark)]
        if any(len(mark.rows) > 1 for mark in dots) or len(dots) > FEW:
            fail(
                _("none of the {count} points of the path is in the figure of `{name}`").format(
                    count=len(path), name=drawing.name
                ),
                hint=_("Where do you draw the first point of path, and where should it be?"),
                evidence=drawing.evidence,
            )
        _fail_missing(drawing)


def _judge_order(drawing, way, marks):
    """Fail where lines or arrows between the points are not the steps of the path."""
    edges = way.edges(marks)
    if not len(edges):
        return
    path = drawing.scene.path
    for number_, (start, end) in enumerate(zip(way.path[:-1], way.path[1:], strict=True)):
        places = start + SAMPLES[:, None] * (end - start)
        if (apart(places, edges) > NEAR).any():
            fail(
                _(
                    "no line or arrow leads from {start} to {end}, which is a step of the path"
                ).format(start=shown(path[number_]), end=shown(path[number_ + 1])),
                hint=_("In which order does your line go through the points?"),
                evidence=drawing.evidence,
            )
    along = edges[:, :1] + SAMPLES[:, None] * np.diff(edges, axis=1)
    gaps = apart(along.reshape(-1, 2), pieces([way.path])).reshape(len(edges), -1)
    astray = (gaps > NEAR).any(axis=1)
    on_path = (apart(edges.reshape(-1, 2), pieces([way.path])) <= NEAR).reshape(-1, 2).all(axis=1)
    if (astray & on_path).any():
        start, end = edges[astray & on_path][0] * way.widths
        fail(
            _("a line goes from {start} to {end}, which is no step of the path").format(
                start=shown(start), end=shown(end)
            ),
            hint=_("In which order does your line go through the points?"),
            evidence=drawing.evidence,
        )


def judge_panel(drawing):
    """Fail unless the path lies on the contours, in the same axes."""
    scene = drawing.scene
    for panel in drawing.maps:
        way = Way(scene.path, scene.widths, panel)
        if way.found(panel.marks).any() or not any(one.marks for one in drawing.panels):
            return
    anywhere = (Way(scene.path, scene.widths, one).found(one.marks) for one in drawing.panels)
    if any(found.any() for found in anywhere):
        fail(
            _("in the figure of `{name}` the path is in other axes than the contours").format(
                name=drawing.name
            ),
            hint=_("Only on the map does a path say where it is steep. Which axes hold what?"),
            evidence=drawing.evidence,
        )
