"""The worker's description of a figure, read on the trusted side with suspicion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.figures.model import Mark, Panel, Picture, Samples

MAX_PANELS, MAX_ARTISTS = 9, 60
MAX_ROWS = 4_000  # a description is thinned to so many; one with more is none of ours
MAX_VERTICES = 400 * 200  # of all lines of one contour plot, likewise
MAX_WORDS, MAX_LOOK = 60, 200


class PictureError(Exception):
    """A description that no figure gives."""


def read(content: Mapping[str, Any]) -> Picture:
    """Read a description.

    Raises:
        PictureError: it is none that figure.describe gives.
    """
    try:
        return Picture(
            returned=str(content["returned"])[:100],
            colorbars=int(content["colorbars"]),
            keys=int(content.get("keys", content["colorbars"])),
            panels=tuple(_panel(panel) for panel in content["panels"][:MAX_PANELS]),
        )
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as fault:
        raise PictureError(f"a figure's description: {fault!r}") from fault


def _panel(content: Mapping[str, Any]) -> Panel:
    is_3d = bool(content["is_3d"])
    artists = [_artist(one, 3 if is_3d else 2) for one in content["artists"][:MAX_ARTISTS]]
    surfaces, fields, marks = [], [], []
    for artist in artists:
        match artist["kind"]:
            case "contour":
                fields.append(_contour(artist))
            case "samples":
                fields.append(_samples(artist))
            case "surface":
                surfaces.append(artist["points"])
            case _:
                marks.append(_mark(artist))
    x, y, z = (str(label)[:MAX_WORDS] for label in content["labels"])
    place = _numbers(content.get("place", [])).ravel()[:4]
    return Panel(
        is_3d=is_3d,
        labels=(x, y, z),
        limits=_numbers(content["limits"]).reshape(3 if is_3d else 2, 2),
        scales=_scales(content.get("scales", [1.0, 1.0])),
        surfaces=tuple(surface for surface in surfaces if len(surface)),
        fields=tuple(field for field in fields if len(field.points) or field.hidden),
        marks=tuple(mark for mark in marks if len(mark.rows)),
        texts=tuple(map(_text, content.get("texts", [])[:MAX_ARTISTS])),
        place=tuple(np.round(place, 3).tolist()),
        artists=tuple(artists),
    )


def _scales(values: Any) -> tuple[float, float]:
    here, elsewhere = np.nan_to_num(_numbers(values).reshape(2), posinf=0.0, neginf=0.0)
    return float(here), float(elsewhere)


def _text(content: Mapping[str, Any]) -> tuple[str, np.ndarray]:
    return str(content["words"])[:MAX_WORDS], _numbers(content["place"]).reshape(2)


def _artist(content: Mapping[str, Any], width: int) -> dict[str, Any]:
    """Read one artist: its numbers, each of the form that its kind has, and nothing else."""
    match content["kind"]:
        case "contour":
            lines = [[_finite(_rows(line, 2)) for line in lines] for lines in content["lines"]]
            if sum(len(line) for level in lines for line in level) > MAX_VERTICES:
                raise ValueError("more vertices of contours than a description holds")
            return {
                "kind": "contour",
                "filled": bool(content["filled"]),
                "levels": _numbers(content["levels"]).reshape(-1),
                "seen": [bool(one) for one in content.get("seen", [])],
                "lines": lines,
            }
        case "samples":
            half = _numbers(content["half"]).reshape(2)
            return {"kind": "samples", "points": _finite(_rows(content["points"], 3)), "half": half}
        case "surface":
            return {"kind": "surface", "points": _finite(_rows(content["points"], 3))}
        case "line" | "points" | "arrows" as kind:
            looks = ("line", "markers") if kind == "line" else ()
            return {
                "kind": kind,
                "points": _rows(content["points"], 4 if kind == "arrows" else width),
                **{look: bool(content.get(look)) for look in looks},
                "seen": bool(content.get("seen", True)),
                "look": str(content.get("look", ""))[:MAX_LOOK],
                "varied": bool(content.get("varied", False)),
                "label": str(content.get("label", ""))[:MAX_WORDS],
            }
    raise ValueError("an artist of unknown kind")


def _mark(artist: Mapping[str, Any]) -> Mark:
    """Read a line, markers or arrows; what has no look of its own is not seen."""
    rows, kind = artist["points"], artist["kind"]
    line = bool(artist.get("line"))
    markers = kind == "points" or bool(artist.get("markers"))
    return Mark(
        rows=rows.reshape(-1, 2) if kind == "arrows" else rows,
        arrows=kind == "arrows",
        line=line,
        markers=markers,
        seen=artist["seen"] and (line or markers or kind == "arrows"),
        look=artist["look"],
        varied=artist["varied"],
        label=artist["label"],
    )


def _contour(artist: Mapping[str, Any]) -> Samples:
    """Read contour lines, or the edges of filled bands, as claims about f."""
    levels, filled = artist["levels"], artist["filled"]
    low, high = (levels[:-1], levels[1:]) if filled else (levels, levels)
    if filled and len(artist["lines"]) != len(low):  # bands that extend below or above
        ends = np.concatenate([[-np.inf], levels, [np.inf]])
        low, high = ends[:-1], ends[1:]
    seen = [*artist["seen"], *[True] * len(artist["lines"])]
    points, lows, highs, hidden = [np.empty((0, 2))], [np.empty(0)], [np.empty(0)], 0
    for lines, least, most, is_seen in zip(artist["lines"], low, high, seen, strict=False):
        hidden += bool(lines) and not is_seen
        for rows in lines if is_seen else ():
            points.append(rows)
            lows.append(np.full(len(rows), least))
            highs.append(np.full(len(rows), most))
    return Samples(
        np.vstack(points),
        np.concatenate(lows),
        np.concatenate(highs),
        np.zeros(2),
        is_lines=True,
        hidden=hidden,
    )


def _samples(artist: Mapping[str, Any]) -> Samples:
    rows = artist["points"]
    return Samples(rows[:, :2], rows[:, 2], rows[:, 2], np.abs(artist["half"]))


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
