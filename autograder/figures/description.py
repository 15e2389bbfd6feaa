"""What a matplotlib figure shows, as data, however it was drawn; runs beside the student's code."""

from __future__ import annotations

import contextlib
import functools
import itertools
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

MAX_POINTS = 4_000
MAX_ARTISTS = 60
MAX_SEGMENTS = 400


def let_saving_fail() -> None:
    """Let a figure be saved to nowhere: a picture that no file can hold is no fault of the code."""
    from matplotlib.figure import Figure

    if hasattr(Figure.savefig, "__wrapped__"):
        return

    def savefig(self: Figure, *arguments: Any, **keywords: Any) -> None:
        with contextlib.suppress(OSError):
            save(self, *arguments, **keywords)

    save = Figure.savefig
    Figure.savefig = functools.wraps(save)(savefig)  # type: ignore[method-assign]


def describe(value: object) -> Mapping[str, Any] | None:
    """Describe a figure, or the figure that an axes or an artist belongs to.

    Gives None for a value that has nothing to do with matplotlib. The description holds plain
    values and float64 arrays: per axes its labels, limits, scales and artists, whose data are
    in the units of the axes.
    """
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    if isinstance(value, Figure):
        return _figure(value, "Figure")
    if isinstance(value, Artist):
        figure = value.get_figure()
        return _figure(figure, type(value).__name__) if isinstance(figure, Figure) else None
    return drawn("module") if value is sys.modules.get("matplotlib.pyplot") else None


def drawn(returned: str = "nothing") -> Mapping[str, Any] | None:
    """Describe the figure that pyplot has open, for a function that drew but did not return it."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return None
    return _figure(pyplot.gcf(), returned) if pyplot.get_fignums() else None


def _figure(figure: Any, returned: str) -> dict[str, Any]:
    """Describe a figure's axes; a colorbar is counted, and is no axes of its own."""
    axes = [axes for axes in figure.axes if axes.get_visible()]
    colorbars = [one for one in axes if hasattr(one, "_colorbar")]
    return {
        "returned": returned,
        "colorbars": len(colorbars),
        "panels": [_panel(one) for one in axes if one not in colorbars][:9],
    }


def _panel(axes: Any) -> dict[str, Any]:
    """Describe one axes."""
    is_3d = axes.name == "3d"
    limits = [axes.get_xlim(), axes.get_ylim(), *([axes.get_zlim()] if is_3d else [])]
    return {
        "is_3d": is_3d,
        "labels": [axes.get_xlabel(), axes.get_ylabel(), axes.get_zlabel() if is_3d else ""],
        "title": axes.get_title(),
        "limits": [[float(low), float(high)] for low, high in limits],
        "scale": 1.0 if is_3d else _scale(axes),
        "artists": list(itertools.islice(_artists(axes, is_3d), MAX_ARTISTS)),
    }


def _scale(axes: Any) -> float:
    """Give how long a unit of y is on the page, in units of x: 1 means equal scales."""
    axes.apply_aspect()
    box = axes.get_window_extent()
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    width, height = abs(right - left), abs(top - bottom)
    if not (width and height and box.width):
        return 0.0
    return float(box.height / height / (box.width / width))


def _artists(axes: Any, is_3d: bool) -> Iterator[dict[str, Any]]:
    """Give what is drawn in an axes, invisible things left out."""
    for artist in (*axes.collections, *axes.images, *axes.lines, *axes.patches, *axes.texts):
        if artist.get_visible() and artist.get_alpha() != 0:
            entry = _surface(artist) or _line_3d(artist) if is_3d else None
            entry = entry or _field(artist) or _marks(artist, axes)
            if entry is not None:
                yield entry


def _surface(artist: Any) -> dict[str, Any] | None:
    """Describe a surface or wireframe by its vertices, shape (k, 3)."""
    from mpl_toolkits.mplot3d.art3d import Line3DCollection, Poly3DCollection

    if isinstance(artist, Poly3DCollection):
        if getattr(artist, "_faces", None) is not None:  # matplotlib 3.10 and later
            faces: np.ndarray = np.ma.filled(np.ma.asarray(artist._faces, dtype=float), np.nan)
            vertices = faces.reshape(-1, 3)
        else:
            vertices = np.asarray(artist._vec, dtype=float)[:3].T
        return {"kind": "surface", "points": _thin(_finite(_distinct(vertices)))}
    if isinstance(artist, Line3DCollection):
        segments = [np.asarray(one, dtype=float).reshape(-1, 3) for one in artist._segments3d]
        if segments and sum(len(one) for one in segments) > len(segments):
            return {"kind": "surface", "points": _thin(_finite(np.vstack(segments)))}
    return None


def _line_3d(artist: Any) -> dict[str, Any] | None:
    """Describe a line or points in space."""
    if hasattr(artist, "get_data_3d"):
        data = [np.asarray(part, dtype=float).ravel() for part in artist.get_data_3d()]
        return {"kind": "line", "points": _thin(np.stack(data, axis=1)), **_look(artist)}
    if hasattr(artist, "_offsets3d"):
        data = [
            np.ma.filled(np.ma.asarray(part, float), np.nan).ravel() for part in artist._offsets3d
        ]
        return {"kind": "points", "points": _thin(_finite(np.stack(data, axis=1)))}
    return None


def _field(artist: Any) -> dict[str, Any] | None:
    """Describe a picture of values over the plane: contours, filled contours, mesh, image."""
    from matplotlib.collections import QuadMesh, TriMesh
    from matplotlib.contour import ContourSet
    from matplotlib.image import AxesImage

    if isinstance(artist, ContourSet):
        budget = itertools.count()
        return {
            "kind": "contour",
            "filled": bool(artist.filled),
            "levels": np.asarray(artist.levels, dtype=float),
            "lines": [
                [_thin(line, 200) for line in _pieces(path) if next(budget) < MAX_SEGMENTS]
                for path in artist.get_paths()
            ],
        }
    if isinstance(artist, QuadMesh):
        corners = np.asarray(artist.get_coordinates(), dtype=float)
        values: np.ndarray = np.ma.filled(np.ma.asarray(artist.get_array(), dtype=float), np.nan)
        if values.size == corners.shape[0] * corners.shape[1]:  # Gouraud: values at the corners
            return _samples(corners, values, np.zeros(2))
        centres = (corners[:-1, :-1] + corners[1:, 1:]) / 2
        return _samples(centres, values, np.abs(corners[1, 1] - corners[0, 0]) / 2)
    if isinstance(artist, TriMesh):
        triangles = artist._triangulation  # type: ignore[attr-defined]
        corners = np.stack([triangles.x, triangles.y], axis=-1).astype(float)
        return _samples(corners, np.asarray(artist.get_array(), dtype=float), np.zeros(2))
    if isinstance(artist, AxesImage):
        values = np.ma.filled(np.ma.asarray(artist.get_array(), dtype=float), np.nan)
        return _image(artist, values) if values.ndim == 2 else None
    return None


def _image(artist: Any, values: np.ndarray) -> dict[str, Any]:
    """Describe an image by the centres of its pixels and the values there."""
    left, right, bottom, top = artist.get_extent()
    rows, columns = values.shape
    half = np.array([(right - left) / columns, (top - bottom) / rows]) / 2
    x = left + half[0] * (2 * np.arange(columns) + 1)
    y = bottom + half[1] * (2 * np.arange(rows) + 1)
    centres = np.stack(np.meshgrid(x, y if artist.origin == "lower" else y[::-1]), axis=-1)
    return _samples(centres, values, np.abs(half))


def _samples(centres: np.ndarray, values: np.ndarray, half: np.ndarray) -> dict[str, Any]:
    """Give values over the plane as rows (x, y, value), and half the size of a cell."""
    rows = np.column_stack([centres.reshape(-1, 2), values.ravel()])
    return {"kind": "samples", "points": _thin(_finite(rows)), "half": half.tolist()}


def _marks(artist: Any, axes: Any) -> dict[str, Any] | None:
    """Describe a line, points or arrows in the plane."""
    from matplotlib.collections import LineCollection, PathCollection
    from matplotlib.lines import Line2D
    from matplotlib.patches import FancyArrow, FancyArrowPatch
    from matplotlib.quiver import Quiver
    from matplotlib.text import Annotation

    if isinstance(artist, Line2D):
        in_data = all(artist.get_transform().contains_branch_seperately(axes.transData))
        points = np.stack([np.asarray(part, dtype=float) for part in artist.get_data()], axis=1)
        return {"kind": "line", "points": _thin(points), **_look(artist)} if in_data else None
    if isinstance(artist, Quiver):
        tails = np.asarray(artist.XY, dtype=float)
        steps = np.column_stack([np.ma.filled(artist.U, np.nan), np.ma.filled(artist.V, np.nan)])
        return _arrows(tails, tails + steps)
    if isinstance(artist, LineCollection):
        lines = [np.asarray(one, dtype=float).reshape(-1, 2) for one in artist.get_segments()]
        return {"kind": "line", "points": _thin(_joined(lines)), "line": True} if lines else None
    if isinstance(artist, PathCollection):
        points = np.ma.filled(np.ma.asarray(artist.get_offsets(), dtype=float), np.nan)
        return {"kind": "points", "points": _thin(points)}
    if isinstance(artist, Annotation) and artist.arrow_patch is not None:
        return _arrows(np.array([artist.xyann], dtype=float), np.array([artist.xy], dtype=float))
    if isinstance(artist, FancyArrowPatch) and getattr(artist, "_posA_posB", None) is not None:
        ends = np.asarray(artist._posA_posB, float)  # type: ignore[attr-defined, type-var]
        return _arrows(ends[:1], ends[1:])
    if isinstance(artist, FancyArrow) and hasattr(artist, "_dx"):
        tail = np.array([[artist._x, artist._y]], float)  # type: ignore[attr-defined, type-var]
        return _arrows(tail, tail + np.array([[artist._dx, artist._dy]]))  # type: ignore[attr-defined]
    return None


def _arrows(tails: np.ndarray, heads: np.ndarray) -> dict[str, Any]:
    """Give arrows as rows (tail x, tail y, head x, head y)."""
    return {"kind": "arrows", "points": _thin(np.column_stack([tails, heads]))}


def _look(artist: Any) -> dict[str, bool]:
    """Say whether a line is drawn as a line, with markers, or both."""
    return {
        "line": str(artist.get_linestyle()) not in ("None", " ", ""),
        "markers": str(artist.get_marker()) not in ("None", " ", ""),
    }


def _pieces(path: Any) -> Iterator[np.ndarray]:
    """Give the connected pieces of a path, each of shape (k, 2)."""
    codes = path.codes
    if codes is None:
        yield np.asarray(path.vertices, dtype=float)
        return
    vertices = np.asarray(path.vertices, dtype=float)
    vertices, codes = vertices[codes != path.CLOSEPOLY], codes[codes != path.CLOSEPOLY]
    yield from (
        piece for piece in np.split(vertices, np.flatnonzero(codes == path.MOVETO)) if len(piece)
    )


def _joined(lines: list[np.ndarray]) -> np.ndarray:
    """Join segments that follow each other into one line, shared ends written once."""
    parts = [lines[0]]
    for before, line in itertools.pairwise(lines):
        parts.append(line[1:] if np.array_equal(before[-1:], line[:1]) else line)
    return np.vstack(parts)


def _distinct(points: np.ndarray) -> np.ndarray:
    """Leave out the rows that stood before already; faster than numpy's sorting of rows."""
    rows = np.ascontiguousarray(points)
    whole = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
    return np.frombuffer(b"".join(dict.fromkeys(whole)), rows.dtype).reshape(-1, rows.shape[1])


def _finite(points: np.ndarray) -> np.ndarray:
    """Leave out the rows that hold a NaN or an infinity: they are not drawn."""
    return points[np.isfinite(points).all(axis=1)]


def _thin(points: np.ndarray, most: int = MAX_POINTS) -> np.ndarray:
    """Keep at most so many rows, evenly, the first and the last among them."""
    if len(points) <= most:
        return points
    return points[np.linspace(0, len(points) - 1, most).astype(int)]
