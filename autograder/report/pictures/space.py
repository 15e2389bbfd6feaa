"""A sketch of a 3-D panel: its box, and surfaces, lines and points in it, seen from above."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from autograder.language import _
from autograder.report.pictures.canvas import Canvas, Point, Window, shade
from autograder.report.pictures.reading import rows

# The view that matplotlib begins with: 60° to the left, 30° up.
AZIMUTH, ELEVATION = math.radians(-60), math.radians(30)
MOST = 900
Place = tuple[float, float, float]


def draw_space(
    panel: Mapping[str, Any], limits: Sequence[Sequence[float]], width: float, height: float
) -> Canvas:
    """Draw a panel in space, every axis scaled to a box."""
    canvas = Canvas(width, height, Window(-0.98, 0.98, -0.86, 0.80))
    _draw_box(canvas, panel)
    for artist in panel.get("artists", []):
        places = [_scaled(row, limits) for row in rows(artist.get("points"), 3)[:MOST]]
        match artist.get("kind"):
            case "surface":
                _draw_surface(canvas, places)
            case "line" if artist.get("line"):
                canvas.line([_seen(place) for place in places], "path")
            case "line" | "points":
                for place in places:
                    canvas.dot(_seen(place), "path-dot", 2.6)
    return canvas


def _draw_box(canvas: Canvas, panel: Mapping[str, Any]) -> None:
    """Draw the floor, the walls behind and the names of the axes."""
    floor = [(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)]
    for corners in (
        floor,
        [(0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1)],
        [(0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1)],
    ):
        canvas.line([_seen(corner) for corner in corners], "wall", closed=True)
    names = [str(label)[:30] for label in [*panel.get("labels", []), "", "", ""]][:3]
    spots = ((0.5, -0.22, 0.0), (1.22, 0.5, 0.0), (1.12, 1.06, 0.5))
    for name, spot in zip(names, spots, strict=True):
        words, style = (name, "axis-name") if name.strip() else (_("no label"), "no-name")
        canvas.write(canvas.place(_seen(spot)), words, style, "middle")


def _draw_surface(canvas: Canvas, places: list[Place]) -> None:
    """Draw a surface back to front: its patches if the vertices form a grid, else the vertices."""
    heights = [place[2] for place in places]
    if not heights:
        return
    low, span = min(heights), (max(heights) - min(heights)) or 1.0
    patches = _patches(places)
    if not patches:
        for place in sorted(places, key=_depth, reverse=True):
            canvas.dot(_seen(place), f"sample {shade((place[2] - low) / span)}", 3)
        return
    for patch in sorted(patches, key=lambda corners: -sum(map(_depth, corners))):
        middle = sum(corner[2] for corner in patch) / 4
        style = f"patch {shade((middle - low) / span)}"
        canvas.line([_seen(corner) for corner in patch], style, closed=True)


def _patches(places: list[Place]) -> list[list[Place]]:
    """Return the quadrilaterals between vertices on a full grid, and none for other vertices."""
    grid = {(place[0], place[1]): place for place in places}
    xs, ys = (sorted({corner[axis] for corner in grid}) for axis in (0, 1))
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) != len(grid):
        return []
    return [
        [grid[x, y], grid[to_x, y], grid[to_x, to_y], grid[x, to_y]]
        for x, to_x in pairwise(xs)
        for y, to_y in pairwise(ys)
    ]


def _scaled(row: Sequence[float], limits: Sequence[Sequence[float]]) -> Place:
    """Return a place in the box, 0 to 1 along every axis."""
    x, y, z = ((value - low) / (high - low) for value, (low, high) in zip(row, limits, strict=True))
    return x, y, z


def _seen(place: Place) -> Point:
    """Return where a place of the box is seen, without perspective."""
    x, y, z = (part - 0.5 for part in place)
    across = -math.sin(AZIMUTH) * x + math.cos(AZIMUTH) * y
    near = math.cos(AZIMUTH) * x + math.sin(AZIMUTH) * y
    return across, math.cos(ELEVATION) * z * 0.8 - math.sin(ELEVATION) * near


def _depth(place: Place) -> float:
    """Return how far away a place is: larger is farther."""
    x, y, z = place
    near = math.cos(AZIMUTH) * x + math.sin(AZIMUTH) * y
    return -(math.cos(ELEVATION) * near + math.sin(ELEVATION) * z)
