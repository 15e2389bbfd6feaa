"""What a student's figure showed, read on the trusted side from the worker's description."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_EVIDENCE = 400
MAX_PANELS, MAX_ARTISTS = 9, 60
MAX_ROWS = 4_000  # a description is thinned to so many; one with more is none of ours


class PictureError(Exception):
    """A description that no figure gives."""


@dataclass(frozen=True)
class Samples:
    """Claims of a picture about f: at a point its value lies between low and high.

    Attributes:
        points: where, shape (k, 2).
        low: the least value shown there, shape (k,).
        high: the greatest value shown there, shape (k,).
        half: half the width and the height of the cell that shows it; 0 for a point.
    """

    points: np.ndarray
    low: np.ndarray
    high: np.ndarray
    half: np.ndarray


@dataclass(frozen=True)
class Panel:
    """One axes of a figure.

    Attributes:
        is_3d: whether it is a space, not a plane.
        labels: of x, y and z.
        limits: low and high of x, y (and z), shape (2 or 3, 2).
        scale: how long a unit of y is on the page in units of x; 1.0 is equal.
        surfaces: vertices of surfaces and wireframes, each (k, 3).
        fields: contours, filled contours, meshes and images.
        lines: lines (k, 2 or 3), as drawn; NaN rows part them.
        points: markers without a line (k, 2 or 3).
        arrows: rows (tail x, tail y, head x, head y).
        artists: the description itself, for pictures in the feedback.
    """

    is_3d: bool
    labels: tuple[str, str, str]
    limits: np.ndarray
    scale: float
    surfaces: tuple[np.ndarray, ...] = ()
    fields: tuple[Samples, ...] = ()
    lines: tuple[np.ndarray, ...] = ()
    points: tuple[np.ndarray, ...] = ()
    arrows: tuple[np.ndarray, ...] = ()
    artists: tuple[Mapping[str, Any], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn in it."""
        return not (self.surfaces or self.fields or self.lines or self.points or self.arrows)


@dataclass(frozen=True)
class Picture:
    """One figure.

    Attributes:
        returned: the type of what the function returned; "nothing" if it only drew.
        colorbars: how many.
        panels: its axes, colorbars left out.
    """

    returned: str
    colorbars: int
    panels: tuple[Panel, ...]

    def evidence(self) -> dict[str, Any]:
        """Give the figure as plain data for the feedback, thinned."""
        return {
            "returned": self.returned,
            "colorbars": self.colorbars,
            "panels": [
                {
                    "is_3d": panel.is_3d,
                    "labels": list(panel.labels),
                    "limits": _rounded(panel.limits),
                    "scale": round(panel.scale, 4),
                    "artists": [_thinned(artist) for artist in panel.artists],
                }
                for panel in self.panels
            ],
        }


def read(content: Mapping[str, Any]) -> Picture:
    """Read a description.

    Raises:
        PictureError: it is none that figure.describe gives.
    """
    try:
        return Picture(
            returned=str(content["returned"])[:100],
            colorbars=int(content["colorbars"]),
            panels=tuple(_panel(panel) for panel in content["panels"][:MAX_PANELS]),
        )
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as fault:
        raise PictureError(f"a figure's description: {fault!r}") from fault


def _panel(content: Mapping[str, Any]) -> Panel:
    is_3d = bool(content["is_3d"])
    artists = [_artist(one, 3 if is_3d else 2) for one in content["artists"][:MAX_ARTISTS]]
    kinds: dict[str, list[Any]] = {
        "surface": [], "field": [], "line": [], "points": [], "arrows": []
    }  # fmt: skip
    for artist in artists:
        match artist["kind"]:
            case "contour":
                kinds["field"].append(_contour(artist))
            case "samples":
                kinds["field"].append(_samples(artist))
            case "line" if not artist["line"]:
                kinds["points"] += [artist["points"]] * artist["markers"]
            case kind:
                kinds[kind].append(artist["points"])
    x, y, z = content["labels"]
    scale = float(content["scale"])
    return Panel(
        is_3d=is_3d,
        labels=(str(x), str(y), str(z)),
        limits=_numbers(content["limits"]).reshape(3 if is_3d else 2, 2),
        scale=scale if math.isfinite(scale) else 0.0,
        surfaces=tuple(surface for surface in kinds["surface"] if len(surface)),
        fields=tuple(field for field in kinds["field"] if len(field.points)),
        lines=tuple(line for line in kinds["line"] if len(line)),
        points=tuple(points for points in kinds["points"] if len(points)),
        arrows=tuple(arrows for arrows in kinds["arrows"] if len(arrows)),
        artists=tuple(artists),
    )


def _artist(content: Mapping[str, Any], width: int) -> dict[str, Any]:
    """Read one artist: its numbers, each of the form that its kind has, and nothing else."""
    match content["kind"]:
        case "contour":
            return {
                "kind": "contour",
                "filled": bool(content["filled"]),
                "levels": _numbers(content["levels"]).reshape(-1),
                "lines": [
                    [_finite(_rows(line, 2)) for line in lines] for lines in content["lines"]
                ],
            }
        case "samples":
            half = _numbers(content["half"]).reshape(2)
            return {"kind": "samples", "points": _finite(_rows(content["points"], 3)), "half": half}
        case "surface":
            return {"kind": "surface", "points": _finite(_rows(content["points"], 3))}
        case "line":
            return {
                "kind": "line",
                "points": _rows(content["points"], width),
                **{look: bool(content.get(look)) for look in ("line", "markers")},
            }
        case "points":
            return {"kind": "points", "points": _rows(content["points"], width)}
        case "arrows":
            return {"kind": "arrows", "points": _rows(content["points"], 4)}
    raise ValueError("an artist of unknown kind")


def _contour(artist: Mapping[str, Any]) -> Samples:
    """Read contour lines, or the edges of filled bands, as claims about f."""
    levels, filled = artist["levels"], artist["filled"]
    low, high = (levels[:-1], levels[1:]) if filled else (levels, levels)
    if filled and len(artist["lines"]) != len(low):  # bands that extend below or above
        ends = np.concatenate([[-np.inf], levels, [np.inf]])
        low, high = ends[:-1], ends[1:]
    points, lows, highs = [np.empty((0, 2))], [np.empty(0)], [np.empty(0)]
    for lines, least, most in zip(artist["lines"], low, high, strict=False):
        for rows in lines:
            points.append(rows)
            lows.append(np.full(len(rows), least))
            highs.append(np.full(len(rows), most))
    return Samples(np.vstack(points), np.concatenate(lows), np.concatenate(highs), np.zeros(2))


def _samples(artist: Mapping[str, Any]) -> Samples:
    rows = artist["points"]
    return Samples(rows[:, :2], rows[:, 2], rows[:, 2], artist["half"])


def _rows(points: Any, width: int) -> np.ndarray:
    rows = _numbers(points)
    if rows.ndim != 2 or rows.shape[1] != width:
        raise ValueError(f"rows of width {width}, not an array of shape {rows.shape}")
    if len(rows) > MAX_ROWS:
        raise ValueError(f"{len(rows)} rows")
    return rows


def _numbers(values: Any) -> np.ndarray:
    """Give real numbers as float64; text, objects and complex numbers are none."""
    array = np.asarray(values)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"numbers of dtype {array.dtype}")
    return array.astype(float)


def _finite(rows: np.ndarray) -> np.ndarray:
    """Leave out what cannot be drawn, whatever the description says."""
    return rows[np.isfinite(rows).all(axis=1)]


def _thinned(artist: Mapping[str, Any]) -> dict[str, Any]:
    """Give an artist for the feedback: few points, few digits."""
    entry: dict[str, Any] = {
        name: value for name, value in artist.items() if isinstance(value, (str, bool))
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
    """Give numbers to five significant places of the largest, as lists."""
    array = np.nan_to_num(np.asarray(values, dtype=float), posinf=1e300, neginf=-1e300)
    largest = np.abs(array).max(initial=0)
    places = min(4 - math.floor(math.log10(largest)), 12) if largest > 0 else 0
    # Twice, so that what is far below the last place decides no tie.
    return np.nan_to_num(np.round(np.round(array, places + 3), places)).tolist()
