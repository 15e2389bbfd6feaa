"""A student's figure beside what it should show, worked out from the scene alone."""

import numpy as np

from autograder.checking import _
from autograder.checking.evidence import Figure, evidence

from .ground import ring

GRID = 15
LEVELS = 9
DIGITS = 5


def figure_beside(picture, scene, is_surface, with_path):
    """Return the evidence of a figure beside the one that it should be."""
    return evidence(
        Figure(picture, _("Your figure, as we saw it")),
        Figure(_expected(scene, is_surface, with_path), _("What it should show")),
    )


def _expected(scene, is_surface, with_path):
    """Return the description of the figure, as if it had been drawn."""
    f, limits = scene.f, [[float(x[0]), float(x[-1])] for x in (scene.x0, scene.x1)]
    heights = scene.heights
    if is_surface:
        grid = np.array(np.meshgrid(*(np.linspace(*ends, GRID) for ends in limits)))
        points = np.stack([*grid, f(grid)], axis=-1).reshape(-1, 3)
        artists = [{"kind": "surface", "points": _short(points)}]
        limits.append([float(heights.min()), float(heights.max())])
    else:
        levels = heights.max() * (np.arange(1, LEVELS) / LEVELS) ** 2
        lines = [[_short(ring(f, level))] for level in levels]
        artists = [{"kind": "contour", "filled": False, "lines": lines}]
        if with_path:
            path = {"kind": "line", "points": _short(scene.path), "line": True, "markers": True}
            artists.append(path)
    panel = {
        "is_3d": is_surface,
        "labels": ["x0", "x1", "f"],
        "limits": limits,
        "scale": 1.0,
        "artists": artists,
    }
    return {"colorbars": int(not is_surface), "panels": [panel]}


def _short(points):
    return [[float(f"{value:.{DIGITS}g}") for value in row] for row in points]
