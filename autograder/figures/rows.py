"""Rows of numbers from a figure, few enough to be sent; runs beside the student's code."""

from __future__ import annotations

import numpy as np

MAX_POINTS = 4_000


def distinct(points: np.ndarray) -> np.ndarray:
    """Leave out the rows that stood before already; faster than numpy's sorting of rows."""
    rows = np.ascontiguousarray(points)
    whole = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
    return np.frombuffer(b"".join(dict.fromkeys(whole)), rows.dtype).reshape(-1, rows.shape[1])


def finite(points: np.ndarray) -> np.ndarray:
    """Leave out the rows that hold a NaN or an infinity: they are not drawn."""
    return points[np.isfinite(points).all(axis=1)]


def thin(points: np.ndarray, most: int = MAX_POINTS) -> np.ndarray:
    """Keep at most so many rows, evenly, the first and the last among them."""
    if len(points) <= most:
        return points
    return points[np.linspace(0, len(points) - 1, most).astype(int)]
