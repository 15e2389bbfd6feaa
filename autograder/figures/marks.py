"""Lines, markers or arrows of a figure, as data; runs beside the student's code."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from autograder.figures import looks
from autograder.figures.rows import finite, thin


def line_3d(artist: Any) -> dict[str, Any] | None:
    """Describe a line or points in space."""
    if hasattr(artist, "get_data_3d"):
        data = [np.asarray(part, dtype=float).ravel() for part in artist.get_data_3d()]
        return {"kind": "line", "points": thin(np.stack(data, axis=1)), **_look(artist)}
    if hasattr(artist, "_offsets3d"):
        data = [
            np.ma.filled(np.ma.asarray(part, float), np.nan).ravel() for part in artist._offsets3d
        ]
        return {"kind": "points", "points": thin(finite(np.stack(data, axis=1)))}
    return None


def marks(artist: Any, axes: Any) -> dict[str, Any] | None:
    """Describe a line, points or arrows in the plane."""
    from matplotlib.collections import LineCollection, PathCollection
    from matplotlib.lines import Line2D
    from matplotlib.patches import FancyArrow, FancyArrowPatch, Patch
    from matplotlib.quiver import Quiver
    from matplotlib.text import Annotation

    if isinstance(artist, Line2D):
        in_data = all(artist.get_transform().contains_branch_seperately(axes.transData))
        points = np.stack([np.asarray(part, dtype=float) for part in artist.get_data()], axis=1)
        return {"kind": "line", "points": thin(points), **_look(artist)} if in_data else None
    if isinstance(artist, Quiver):
        tails = np.asarray(artist.XY, dtype=float)
        steps = np.column_stack([np.ma.filled(artist.U, np.nan), np.ma.filled(artist.V, np.nan)])
        return _arrows(tails, tails + steps)
    if isinstance(artist, LineCollection):
        lines = [np.asarray(one, dtype=float).reshape(-1, 2) for one in artist.get_segments()]
        return {"kind": "line", "points": thin(_joined(lines)), "line": True} if lines else None
    if isinstance(artist, PathCollection):
        points = np.ma.filled(np.ma.asarray(artist.get_offsets(), dtype=float), np.nan)
        return {"kind": "points", "points": thin(points)}
    if isinstance(artist, Annotation) and artist.arrow_patch is not None:
        # Words about a place, with an arrow that points there, are no step of a path.
        if artist.get_text().strip() and not artist.get_text().strip().isdigit():
            return None
        return _arrows(np.array([artist.xyann], dtype=float), np.array([artist.xy], dtype=float))
    if isinstance(artist, FancyArrowPatch) and getattr(artist, "_posA_posB", None) is not None:
        ends = np.asarray(artist._posA_posB, float)  # type: ignore[attr-defined, type-var]
        return _arrows(ends[:1], ends[1:])
    if isinstance(artist, FancyArrow) and hasattr(artist, "_dx"):
        tail = np.array([[artist._x, artist._y]], float)  # type: ignore[attr-defined, type-var]
        return _arrows(tail, tail + np.array([[artist._dx, artist._dy]]))  # type: ignore[attr-defined]
    if isinstance(artist, Patch) and artist.get_data_transform() == axes.transData:
        return _patch(artist)
    return None


def _patch(artist: Any) -> dict[str, Any]:
    """Describe a patch by its corners, where it is a line, else by its middle."""
    from matplotlib.patches import PathPatch

    path = artist.get_path().transformed(artist.get_patch_transform())
    if isinstance(artist, PathPatch) and (path.codes is None or path.codes.max() <= path.LINETO):
        corners = np.asarray(path.vertices, dtype=float)
        return {"kind": "line", "points": thin(corners), "line": True, "markers": False}
    box = path.get_extents()
    middle = np.array([[box.x0 + box.x1, box.y0 + box.y1]]) / 2
    return {"kind": "points", "points": middle}


def _arrows(tails: np.ndarray, heads: np.ndarray) -> dict[str, Any]:
    """Give arrows as rows (tail x, tail y, head x, head y)."""
    return {"kind": "arrows", "points": thin(np.column_stack([tails, heads]))}


def _look(artist: Any) -> dict[str, bool]:
    """Say whether a line is drawn as a line, with markers, or both."""
    return {"line": looks.has_line(artist), "markers": looks.has_markers(artist)}


def _joined(lines: list[np.ndarray]) -> np.ndarray:
    """Join segments that follow each other into one line, shared ends written once."""
    parts = [lines[0]]
    for before, line in itertools.pairwise(lines):
        parts.append(line[1:] if np.array_equal(before[-1:], line[:1]) else line)
    return np.vstack(parts)
