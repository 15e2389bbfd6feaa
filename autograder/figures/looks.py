"""How an artist of matplotlib looks on its paper; runs beside the student's code."""

from __future__ import annotations

from typing import Any

import numpy as np

FAINT = 0.04  # a difference of colour from the paper, of 1, that nobody sees
VARIED = 2  # looks among the points of one artist that tell them apart


def is_seen(artist: Any, paper: Any) -> bool:
    """Return whether a line, markers or arrows stand out from the paper."""
    from matplotlib.lines import Line2D

    if isinstance(artist, Line2D):
        parts = []
        if has_line(artist) and artist.get_linewidth() > 0:
            parts.append(artist.get_color())
        if has_markers(artist) and artist.get_markersize() > 0:
            parts += [artist.get_markerfacecolor(), artist.get_markeredgecolor()]
        return any(_differs(part, paper, artist.get_alpha()) for part in parts)
    if not hasattr(artist, "get_edgecolor"):
        return True
    colours = [*_rows(artist.get_edgecolor()), *_rows(artist.get_facecolor())]
    if getattr(artist, "get_array", lambda: None)() is not None:
        return True  # coloured by numbers, when it is drawn
    return any(_differs(colour, paper, None) for colour in colours)


def seen_levels(contours: Any, paper: Any) -> list[bool]:
    """Return for each level of a contour plot whether it stands out from the paper."""
    count = len(contours.get_paths())
    contours.update_scalarmappable()
    if contours.filled:
        colours = _rows(contours.get_facecolor())
        alike = len({tuple(np.round(one, 3)) for one in colours}) < VARIED and not contours.hatches
        return [contours.get_alpha() != 0 and (not alike or count < VARIED)] * count
    colours, widths = _rows(contours.get_edgecolor()), np.ravel(contours.get_linewidths())
    return [
        bool(len(colours))
        and bool(widths[number % len(widths)] > 0 if len(widths) else True)
        and _differs(colours[number % len(colours)], paper, contours.get_alpha())
        for number in range(count)
    ]


def look(artist: Any) -> tuple[str, bool]:
    """Return how the marks of an artist look, in a few words, and whether they differ."""
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D

    if isinstance(artist, Line2D):
        parts = (artist.get_marker(), artist.get_markerfacecolor(), artist.get_markeredgecolor())
        return f"{parts} {artist.get_markersize()}"[:200], False
    if not isinstance(artist, Collection):
        colour = getattr(artist, "get_facecolor", lambda: None)()
        return f"{type(artist).__name__} {colour}"[:200], False
    colours = [*_rows(artist.get_facecolor()), *_rows(artist.get_edgecolor())]
    sizes = np.ravel(getattr(artist, "get_sizes", lambda: ())())
    values = artist.get_array()
    varied = (
        len({tuple(np.round(one, 3)) for one in _rows(artist.get_facecolor())}) >= VARIED
        or len(np.unique(sizes)) >= VARIED
        or (values is not None and len(np.unique(np.ma.filled(values, 0))) >= VARIED)
    )
    paths = [np.shape(path.vertices) for path in artist.get_paths()[:1]]
    first = [np.round(one, 3).tolist() for one in colours[:2]]
    return f"{paths} {first} {sizes[:1].tolist()}"[:200], bool(varied)


def has_line(line: Any) -> bool:
    """Return whether a line has a style."""
    return str(line.get_linestyle()) not in ("None", " ", "")


def has_markers(line: Any) -> bool:
    """Return whether a line has markers."""
    return str(line.get_marker()) not in ("None", " ", "")


def _rows(colours: Any) -> list[np.ndarray]:
    """Return colours as rows of four numbers."""
    from matplotlib.colors import to_rgba_array

    try:
        return list(to_rgba_array(colours))
    except ValueError:
        return []


def _differs(colour: Any, paper: Any, alpha: float | None) -> bool:
    """Return whether a colour stands out from the paper, or on a map that has many colours."""
    from matplotlib.colors import to_rgba

    try:
        *parts, opaque = to_rgba(colour)
    except ValueError:
        return False
    opaque *= 1.0 if alpha is None else min(float(alpha), 1.0)
    if paper is None:
        return bool(opaque > FAINT)
    apart = np.abs(np.array(parts) - np.array(to_rgba(paper)[:3])).max()
    return bool(opaque * apart > FAINT)
