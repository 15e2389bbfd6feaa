"""Surfaces, contours or colours of a figure, as data; runs beside the student's code."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.figures import looks
from autograder.figures.rows import distinct, finite, thin

MAX_SEGMENTS = 400


def surface(artist: Any) -> dict[str, Any] | None:
    """Describe a surface or wireframe by its vertices, shape (k, 3)."""
    from mpl_toolkits.mplot3d.art3d import Line3DCollection, Poly3DCollection

    if isinstance(artist, Poly3DCollection):
        if getattr(artist, "_faces", None) is not None:  # matplotlib 3.10 and later
            faces: np.ndarray = np.ma.filled(np.ma.asarray(artist._faces, dtype=float), np.nan)
            # Faces of fewer corners than others are filled up with whatever was in memory.
            padding: Any = getattr(artist, "_invalid_vertices", False)
            if np.shape(padding) == faces.shape[:-1]:
                faces = np.where(padding[..., None], np.nan, faces)
            vertices = faces.reshape(-1, 3)
        else:
            vertices = np.asarray(artist._vec, dtype=float)[:3].T
        return {"kind": "surface", "points": thin(finite(distinct(vertices)))}
    if isinstance(artist, Line3DCollection):
        segments = [np.asarray(one, dtype=float).reshape(-1, 3) for one in artist._segments3d]
        if segments and sum(len(one) for one in segments) > len(segments):
            return {"kind": "surface", "points": thin(finite(np.vstack(segments)))}
    return None


def field(artist: Any, paper: Any) -> dict[str, Any] | None:
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
            "seen": looks.seen_levels(artist, paper),
            "lines": [
                [thin(line, 200) for line in _pieces(path) if next(budget) < MAX_SEGMENTS]
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
    return {"kind": "samples", "points": thin(finite(rows)), "half": half.tolist()}


def _pieces(path: Any) -> Iterator[np.ndarray]:
    """Return the connected pieces of a path, each of shape (k, 2)."""
    codes = path.codes
    if codes is None:
        yield np.asarray(path.vertices, dtype=float)
        return
    vertices = np.asarray(path.vertices, dtype=float)
    vertices, codes = vertices[codes != path.CLOSEPOLY], codes[codes != path.CLOSEPOLY]
    yield from (
        piece for piece in np.split(vertices, np.flatnonzero(codes == path.MOVETO)) if len(piece)
    )
