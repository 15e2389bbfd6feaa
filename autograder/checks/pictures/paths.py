"""The picture of a path over the right one, on the lines of equal height of f."""

import numpy as np

from autograder.checking import _
from autograder.checking.evidence import Dots, Drawing, Line, evidence
from autograder.language import joined

from .ground import around, ground, holds

# As many points as a picture can show, and with a dot each.
MOST, DOTS = 200, 60
# A path that leaves the surroundings of the right one by more than this is cut at the edge.
RUNAWAY = 3.0


def path_beside(f, path, expected=None):
    """Return the evidence of a path, shape (k, 2), over the right one where that is known."""
    path = np.asarray(path, dtype=float)[:, :2]
    path = path[np.isfinite(path).all(axis=1)][:MOST]
    if not len(path):
        return {}
    right = np.empty((0, 2)) if expected is None else np.asarray(expected, dtype=float)
    window = _window(f, path, right)
    shapes = [ground(f, window), Dots([f.minimum], "minimum", 4)]
    for points, style in ((right, "expected"), (path, "path")):
        if len(points):
            shapes.append(Line(points, style))
            if len(points) <= DOTS:
                shapes.append(Dots(points, f"{style}-dot", 2.6))
            shapes.append(Dots(points[:1], f"{style}-start", 6))
            shapes.append(Dots(points[-1:], f"{style}-end", 5))
    told = _told(path, right, window)
    return evidence(Drawing(_("Your path"), told, window, shapes, ("x0", "x1")))


def _window(f, path, right):
    """Return a window around both paths; a path that runs away does not shrink the rest."""
    home = np.vstack([right if len(right) else path, [f.minimum]])
    left, end, bottom, top = around(home, room=0.15)
    far = around([(left, bottom), (end, top)], room=(RUNAWAY - 1) / 2)
    return around(np.vstack([home, path[holds(far, path)]]), room=0.15)


def _told(path, right, window):
    told = [
        _("Your path (solid) has {count} points, from {start} to {end}.").format(
            count=len(path), start=_point(path[0]), end=_point(path[-1])
        )
    ]
    if len(right):
        told.append(
            _("The right one (dashed) has {count}, and ends at {end}.").format(
                count=len(right), end=_point(right[-1])
            )
        )
    if not holds(window, path).all():
        told.append(_("Yours leaves the picture."))
    return joined(told)


def _point(point):
    return f"({point[0]:.4g}, {point[1]:.4g})"
