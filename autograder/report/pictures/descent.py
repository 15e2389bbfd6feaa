"""A path down a function over the right one, on its contours."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.language import Text, _, joined
from autograder.report.pictures.canvas import Canvas, Point, Window
from autograder.report.pictures.ground import Quadratic

SIZE = 320.0
MOST = 400
# A path that leaves the surroundings of the right one by more than this is cut at the edge.
RUNAWAY = 3.0
DOTS = 60


def paths(
    path: Sequence[Point], expected: Sequence[Point], ground: Quadratic | None
) -> tuple[Canvas, Text]:
    """Draw a student's path, and the right one where it is known."""
    canvas = Canvas(SIZE, SIZE, _window(path, expected, ground))
    if ground:
        ground.draw(canvas)
        if ground.is_bowl:
            canvas.dot(ground.centre, "minimum", 4)
    for points, style in ((expected, "expected"), (path, "path")):
        thinned = _thinned(points)
        canvas.line(thinned, style)
        if len(thinned) <= DOTS:
            for point in thinned:
                canvas.dot(point, f"{style}-dot", 2.6)
        if thinned:
            canvas.dot(points[0], f"{style}-start", 6)
            canvas.dot(points[-1], f"{style}-end", 5)
    _mark_edges(canvas)
    return canvas, _told(path, expected, canvas.window)


def scattered(evaluations: Sequence[Point], ground: Quadratic | None) -> tuple[Canvas, Text]:
    """Draw the points at which f was evaluated, wherever they lie."""
    nearby = [*evaluations, *([ground.centre] if ground else [])]
    canvas = Canvas(SIZE, SIZE, Window.around(nearby))
    if ground:
        ground.draw(canvas)
    for point in _thinned(evaluations):
        canvas.dot(point, "visit", 3)
    _mark_edges(canvas)
    told = _("The {count} points at which your code evaluated f.").format(count=len(evaluations))
    return canvas, told


def _mark_edges(canvas: Canvas) -> None:
    """Write which part of the plane the picture shows."""
    window, end = canvas.window, SIZE - 8
    canvas.write((8, end), f"x0 = {window.left:.3g}", "edge")
    canvas.write((end, end), f"{window.right:.3g}", "edge", "end")
    canvas.write((18, end - 16), f"x1 = {window.bottom:.3g}", "edge", upright=True)
    canvas.write((18, 8), f"{window.top:.3g}", "edge", "end", upright=True)


def _window(path: Sequence[Point], expected: Sequence[Point], ground: Quadratic | None) -> Window:
    """Give a window around both paths; a path that runs away does not shrink the rest."""
    centre = [ground.centre] if ground and ground.is_bowl else []
    home = Window.around([*(expected or path), *centre], room=0.15)
    far = Window.around([(home.left, home.bottom), (home.right, home.top)], room=(RUNAWAY - 1) / 2)
    return Window.around(
        [*expected, *centre, *(one for one in path if far.holds(one))] or [*path], room=0.15
    )


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Keep at most so many points, the first and the last among them."""
    if len(points) <= MOST:
        return list(points)
    return [points[round(number * (len(points) - 1) / (MOST - 1))] for number in range(MOST)]


def _told(path: Sequence[Point], expected: Sequence[Point], window: Window) -> Text:
    """Say what the picture shows, for those who do not see it too."""
    told = [
        _("Your path (solid) has {count} points, from {start} to {end}.").format(
            count=len(path), start=_point(path[0]), end=_point(path[-1])
        )
    ]
    if expected:
        told.append(
            _("The right one (dashed) has {count}, and ends at {end}.").format(
                count=len(expected), end=_point(expected[-1])
            )
        )
    if not all(window.holds(point) for point in path):
        told.append(_("Yours leaves the picture."))
    return joined(told)


def _point(point: Point) -> str:
    return f"({point[0]:.4g}, {point[1]:.4g})"
