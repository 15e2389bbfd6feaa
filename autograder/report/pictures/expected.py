"""What a figure should show, worked out from the function, its ranges and the path alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.report.pictures.canvas import Point
from autograder.report.pictures.ground import Quadratic
from autograder.report.pictures.reading import points, rows

GRID = 20
LEVELS = 9


def expected(content: Any) -> dict[str, Any] | None:
    """Give the description of the figure, as if it had been drawn; None if it is not known.

    Args:
        content: is_3d, whether it is a surface; the function; the ranges of x0 and x1; the path.
    """
    if not isinstance(content, Mapping):
        return None
    ground, ranges = Quadratic.read(content.get("function")), rows(content.get("ranges"), 2)
    if ground is None or len(ranges) != 2:
        return None
    grid = [(x, y) for y in _spread(ranges[1]) for x in _spread(ranges[0])]
    heights = [ground(point) for point in grid]
    highest = max(heights)
    limits = [list(ends) for ends in ranges]
    if is_3d := bool(content.get("is_3d")):
        limits.append([min(heights), highest])
        surface = [[*point, height] for point, height in zip(grid, heights, strict=True)]
        artists = [{"kind": "surface", "points": surface}]
    else:
        artists = [_contours(ground, highest), *_path(points(content.get("path")))]
    panel = {
        "is_3d": is_3d,
        "labels": ["x0", "x1", "f"],
        "limits": limits,
        "scale": 1.0,
        "artists": artists,
    }
    return {"colorbars": int(not is_3d), "panels": [panel]}


def _spread(ends: tuple[float, ...]) -> list[float]:
    low, high = ends
    return [low + (high - low) * step / (GRID - 1) for step in range(GRID)]


def _contours(ground: Quadratic, highest: float) -> dict[str, Any]:
    levels = [highest * (level / LEVELS) ** 2 for level in range(1, LEVELS)]
    return {"kind": "contour", "lines": [[ground.ring(level)] for level in levels]}


def _path(path: list[Point]) -> list[dict[str, Any]]:
    return [{"kind": "line", "points": path, "line": True, "markers": True}] if path else []
