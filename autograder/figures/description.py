"""What a matplotlib figure shows, as data, however it was drawn; runs beside the student's code."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from autograder.figures import looks
from autograder.figures.drawing import Drawings
from autograder.figures.fields import field, surface
from autograder.figures.marks import line_3d, marks

MAX_AXES = 60
MAX_ARTISTS = 60
MAX_TEXTS = 40
MAX_WORDS = 60
OTHER_SIZE = (1.6, 0.9)  # of a figure, to see whether equal scales are equal by accident


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
    if value is sys.modules.get("matplotlib.pyplot"):
        return drawn("module")
    return None


def drawn(returned: str = "nothing") -> Mapping[str, Any] | None:
    """Describe the figure that was drawn last, for a function that did not return it."""
    figure = Drawings.last()
    return None if figure is None else _figure(figure, returned)


def _figure(figure: Any, returned: str) -> dict[str, Any]:
    """Describe a figure's axes; a colorbar is counted, and is no axes of its own."""
    axes = list(itertools.islice(_all_axes(figure.axes), MAX_AXES))
    colorbars = [one for one in axes if hasattr(one, "_colorbar")]
    return {
        "returned": returned,
        "colorbars": len(colorbars),
        "keys": sum(map(_explains, colorbars)),
        "panels": [_panel(one) for one in axes if one not in colorbars][:9],
    }


def _all_axes(every: Any) -> Iterator[Any]:
    """Yield the axes that are shown, and those set into them; a second scale of one is none."""
    from matplotlib.axes import Axes

    for axes in every:
        if axes.get_visible() and isinstance(axes, Axes):
            yield axes
            yield from _all_axes(axes.child_axes)


def _explains(axes: Any) -> bool:
    """Say whether a colorbar is the key to something that is drawn."""
    from matplotlib.artist import Artist

    key = axes._colorbar.mappable
    if not isinstance(key, Artist):
        return True
    sizes = getattr(key, "get_sizes", lambda: ())()
    return bool(key.get_visible() and key.get_alpha() != 0 and (len(sizes) == 0 or np.any(sizes)))


def _panel(axes: Any) -> dict[str, Any]:
    """Describe one axes."""
    is_3d = axes.name == "3d"
    limits = [axes.get_xlim(), axes.get_ylim(), *([axes.get_zlim()] if is_3d else [])]
    figure = axes.figure
    labels = [
        axes.get_xlabel() or (figure.get_supxlabel() if not is_3d else ""),
        axes.get_ylabel() or (figure.get_supylabel() if not is_3d else ""),
        axes.get_zlabel() if is_3d else "",
    ]
    return {
        "is_3d": is_3d,
        "labels": [str(label)[:MAX_WORDS] for label in labels],
        "title": str(axes.get_title())[:MAX_WORDS],
        "limits": [[float(low), float(high)] for low, high in limits],
        "place": [float(part) for part in axes.get_position(original=True).bounds],
        "scales": [1.0, 1.0] if is_3d else _scales(axes),
        "artists": list(itertools.islice(_artists(axes, is_3d), MAX_ARTISTS)),
        "texts": list(itertools.islice(_texts(axes), MAX_TEXTS)),
    }


def _scales(axes: Any) -> list[float]:
    """Return the scale of an axes as it is, and as it would be in a figure of another size."""
    figure = axes.figure.figure  # of a figure in a figure, the outer one; so also in matplotlib 3.8
    size = figure.get_size_inches()
    figure.set_size_inches(size * OTHER_SIZE, forward=False)
    elsewhere = _scale(axes)
    figure.set_size_inches(size, forward=False)
    return [_scale(axes), elsewhere]


def _scale(axes: Any) -> float:
    """Return how long a unit of y is on the page, in units of x: 1 means equal scales."""
    axes.apply_aspect()
    box = axes.get_window_extent()
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    width, height = abs(right - left), abs(top - bottom)
    if not (width and height and box.width):
        return 0.0
    return float(box.height / height / (box.width / width))


def _artists(axes: Any, is_3d: bool) -> Iterator[dict[str, Any]]:
    """Return what is drawn in an axes, and whether it can be seen there."""
    paper = _paper(axes)
    for artist in (*axes.collections, *axes.images, *axes.lines, *axes.patches, *axes.texts):
        if not artist.get_visible():
            continue
        entry = surface(artist) or line_3d(artist) if is_3d else None
        entry = entry or field(artist, paper) or marks(artist, axes)
        if entry is None:
            continue
        # Lines and contours say themselves whether they are seen.
        if artist.get_alpha() == 0 and "line" not in entry and "seen" not in entry:
            continue
        if entry["kind"] in ("line", "points", "arrows"):
            label = str(artist.get_label() or "")[:MAX_WORDS]
            entry["label"] = "" if label.startswith("_") else label
            entry["seen"] = looks.is_seen(artist, paper)
            entry["look"], entry["varied"] = looks.look(artist)
        yield entry


def _paper(axes: Any) -> Any:
    """Return the colour that marks in an axes lie on; None where a map's colours lie below."""
    from matplotlib.collections import QuadMesh, TriMesh

    for artist in (*axes.images, *axes.collections):
        is_map = artist in axes.images or isinstance(artist, (QuadMesh, TriMesh))
        shows = artist.get_visible() and artist.get_alpha() != 0
        if shows and (is_map or getattr(artist, "filled", False)):
            return None
    return axes.get_facecolor() if axes.patch.get_visible() else axes.figure.get_facecolor()


def _texts(axes: Any) -> Iterator[dict[str, Any]]:
    """Return the words written at places of the plane, and the place they are about."""
    for text in axes.texts:
        words = str(text.get_text())[:MAX_WORDS].strip()
        place = getattr(text, "xy", None) or text.get_position()
        in_data = hasattr(text, "xy") or text.get_transform() == axes.transData
        if words and in_data and text.get_visible() and any(map(str.isalpha, words)):
            yield {"words": words, "place": [float(part) for part in place[:2]]}
