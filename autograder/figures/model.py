"""What a student's figure showed, as the checks see it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_EVIDENCE = 400


@dataclass(frozen=True, eq=False)
class Samples:
    """Claims of a picture about f: at a point its value lies between low and high.

    Attributes:
        points: where, shape (k, 2).
        low: the least value shown there, shape (k,).
        high: the greatest value shown there, shape (k,).
        half: half the width and the height of the cell that shows it; 0 for a point.
        is_lines: whether they are lines of equal height, or the edges of bands.
        hidden: how many levels are drawn so that nobody can see them.
    """

    points: np.ndarray
    low: np.ndarray
    high: np.ndarray
    half: np.ndarray
    is_lines: bool = False
    hidden: int = 0


@dataclass(frozen=True, eq=False)
class Mark:
    """A line, markers or arrows.

    Attributes:
        rows: shape (k, 2 or 3); NaN rows part a line.
        arrows: whether each two rows are an arrow, from its tail to its head.
        line: whether the rows are joined.
        markers: whether each row bears a marker.
        seen: whether it stands out from its paper.
        look: how its markers look; equal looks have equal words.
        varied: whether its markers or pieces differ from each other.
        label: its name in a legend, or "".
    """

    rows: np.ndarray
    arrows: bool = False
    line: bool = False
    markers: bool = False
    seen: bool = True
    look: str = ""
    varied: bool = False
    label: str = ""


@dataclass(frozen=True, eq=False)
class Panel:
    """One axes of a figure.

    Attributes:
        is_3d: whether it is a space, not a plane.
        labels: of x, y and z.
        limits: low and high of x, y (and z), shape (2 or 3, 2).
        scales: how long a unit of y is on the page in units of x, as the figure is, and were it
            of another size; 1.0 is equal.
        surfaces: vertices of surfaces and wireframes, each (k, 3).
        fields: contours, filled contours, meshes and images.
        marks: lines, points and arrows.
        texts: words, and the place that they are about, shape (2,).
        place: left, bottom, width and height in the figure.
        artists: the description itself, for pictures in the feedback.
    """

    is_3d: bool
    labels: tuple[str, str, str]
    limits: np.ndarray
    scales: tuple[float, float] = (1.0, 1.0)
    surfaces: tuple[np.ndarray, ...] = ()
    fields: tuple[Samples, ...] = ()
    marks: tuple[Mark, ...] = ()
    texts: tuple[tuple[str, np.ndarray], ...] = ()
    place: tuple[float, ...] = ()
    artists: tuple[Mapping[str, Any], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn in it."""
        return not (self.surfaces or self.fields or self.marks)


@dataclass(frozen=True, eq=False)
class Picture:
    """One figure.

    Attributes:
        returned: the type of what the function returned; "nothing" if it only drew.
        colorbars: how many.
        keys: how many of those are the key to something that is seen.
        panels: its axes, colorbars left out.
    """

    returned: str
    colorbars: int
    keys: int
    panels: tuple[Panel, ...]

    def evidence(self) -> dict[str, Any]:
        """Return the figure as plain data for the feedback, thinned."""
        return {
            "returned": self.returned,
            "colorbars": self.colorbars,
            "panels": [
                {
                    "is_3d": panel.is_3d,
                    "labels": list(panel.labels),
                    "limits": _rounded(panel.limits),
                    "scale": round(panel.scales[0], 4),
                    "artists": [_thinned(artist) for artist in panel.artists],
                }
                for panel in self.panels
            ],
        }


def _thinned(artist: Mapping[str, Any]) -> dict[str, Any]:
    """Return an artist for the feedback: few points, few digits."""
    entry: dict[str, Any] = {
        name: value
        for name, value in artist.items()
        if isinstance(value, (str, bool)) and name not in ("look", "label", "varied")
    }
    if "levels" in artist:
        entry["levels"] = _rounded(artist["levels"])
        entry["lines"] = [
            [_rounded(_few(line, 40)) for line in lines[:4]] for lines in artist["lines"][:16]
        ]
    if "points" in artist:
        entry["points"] = _rounded(_few(artist["points"], MAX_EVIDENCE))
    if "half" in artist:
        entry["half"] = _rounded(artist["half"])
    return entry


def _few(points: Any, most: int) -> np.ndarray:
    rows = np.asarray(points, dtype=float)
    rows = rows[np.isfinite(rows).all(axis=1)] if rows.ndim == 2 else rows
    if len(rows) <= most:
        return rows
    return rows[np.linspace(0, len(rows) - 1, most).astype(int)]


def _rounded(values: Any) -> Any:
    """Return numbers to five significant places of the largest, as lists."""
    array = np.nan_to_num(np.asarray(values, dtype=float), posinf=1e300, neginf=-1e300)
    largest = np.abs(array).max(initial=0)
    places = min(4 - math.floor(math.log10(largest)), 12) if largest > 0 else 0
    # Twice, so that what is far below the last place decides no tie.
    return np.nan_to_num(np.round(np.round(array, places + 3), places)).tolist()
