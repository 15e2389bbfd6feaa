"""A sketch of what a figure shows: its panels, labels, contours, lines and surfaces."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from autograder.language import Text, _, joined, listed, plain
from autograder.report.pictures.canvas import Canvas, Point, Window, shade
from autograder.report.pictures.reading import numbers, points, rows
from autograder.report.pictures.space import draw_space

WIDTH, HEIGHT = 320.0, 270.0
LEFT, RIGHT, TOP, BOTTOM = 42.0, 12.0, 12.0, 42.0
BAR = 26.0
MOST_SEGMENTS = 160
MOST_DOTS = 600
SEEN = 1.03


def sketch(figure: Mapping[str, Any], panel: Mapping[str, Any]) -> Canvas | None:
    """Draw one panel of a figure; None if its description cannot be drawn."""
    limits = [numbers(pair) for pair in panel.get("limits", [])]
    if len(limits) < 2 or any(len(pair) != 2 or pair[0] == pair[1] for pair in limits):
        return None
    if panel.get("is_3d"):
        return draw_space(panel, limits, WIDTH, HEIGHT) if len(limits) == 3 else None
    bar = BAR if figure.get("colorbars") else 0.0
    canvas = Canvas(WIDTH, HEIGHT, _window(limits), _frame(panel, limits, bar))
    _draw_plane(canvas, panel)
    if bar:
        _draw_bar(canvas)
    return canvas


def told(figure: Mapping[str, Any], panel: Mapping[str, Any]) -> Text:
    """Say what a panel shows, for those who do not see it too."""
    kinds = {artist.get("kind") for artist in panel.get("artists", [])}
    seen = [words for kind, words in KINDS.items() if kind in kinds] or [_("nothing drawn in it")]
    seen += [_("a colorbar")] if figure.get("colorbars") else []
    sentence = _("In space: {things}.") if panel.get("is_3d") else _("Flat: {things}.")
    names = [str(label).strip() for label in panel.get("labels", [])]
    named = [plain(name) for name in names[: 3 if panel.get("is_3d") else 2] if name]
    return joined(
        [
            sentence.format(things=listed(seen)),
            _("The axes are called {names}.").format(names=listed(named))
            if named
            else _("The axes have no names."),
            *_scale(panel),
        ]
    )


def _scale(panel: Mapping[str, Any]) -> Iterator[Text]:
    """Say that the units of a plane's axes are unequally long, where it can be seen."""
    scale = numbers([panel.get("scale")])
    if scale and not panel.get("is_3d") and not 1 / SEEN < scale[0] < SEEN:
        yield _("One unit upwards is {ratio} times as long as one unit across.").format(
            ratio=f"{scale[0]:.3g}"
        )


KINDS = {
    "surface": _("a surface"),
    "contour": _("contours"),
    "samples": _("coloured values"),
    "line": _("a line"),
    "points": _("dots"),
    "arrows": _("arrows"),
}


def _window(limits: Sequence[Sequence[float]]) -> Window:
    """Return the limits as a window; an axis that runs backwards stays so."""
    (left, right), (bottom, top) = limits[0], limits[1]
    return Window(left, right, bottom, top)


def _frame(
    panel: Mapping[str, Any], limits: Sequence[Sequence[float]], bar: float
) -> tuple[float, float, float, float]:
    """Return the frame in pixels: as large as fits, with the scales that the figure had."""
    width, height = WIDTH - LEFT - RIGHT - bar, HEIGHT - TOP - BOTTOM
    across, up = (abs(high - low) for low, high in limits[:2])
    scale = panel.get("scale")
    scale = float(scale) if isinstance(scale, int | float) and 0 < scale < 1e6 else 1.0
    shape = min(max(up * scale / across, 0.15), 6.0)
    width, height = min(width, height / shape), min(height, width * shape)
    left = LEFT + (WIDTH - LEFT - RIGHT - bar - width) / 2
    top = TOP + (HEIGHT - TOP - BOTTOM - height) / 2
    return left, top, left + width, top + height


def _draw_plane(canvas: Canvas, panel: Mapping[str, Any]) -> None:
    left, top, right, bottom = canvas.frame or (0, 0, 0, 0)
    canvas.box((left, top), (right - left, bottom - top), "paper")
    clip = len(canvas.elements)
    for artist in panel.get("artists", []):
        _draw_artist(canvas, artist)
    # What lies outside the limits is not drawn: a nested picture cuts it off.
    inside = "".join(canvas.elements[clip:])
    box = f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"
    x, y, width, height = box.split()
    canvas.elements[clip:] = [
        f'<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="{box}">{inside}</svg>'
    ]
    canvas.box((left, top), (right - left, bottom - top), "frame")
    window = canvas.window
    names = [str(label)[:40] for label in [*panel.get("labels", []), "", ""]][:2]
    canvas.write((left, bottom + 16), f"{window.left:.3g}", "tick")
    canvas.write((right, bottom + 16), f"{window.right:.3g}", "tick", "end")
    canvas.write((left - 6, bottom), f"{window.bottom:.3g}", "tick", "end")
    canvas.write((left - 6, top + 10), f"{window.top:.3g}", "tick", "end")
    _name(canvas, ((left + right) / 2, bottom + 32), names[0])
    _name(canvas, (left - 14, (top + bottom) / 2), names[1], upright=True)


def _name(canvas: Canvas, place: Point, name: str, upright: bool = False) -> None:
    """Write an axis's label, or that it has none."""
    words, style = (name, "axis-name") if name.strip() else (_("no label"), "no-name")
    canvas.write(place, words, style, "middle", upright)


def _draw_artist(canvas: Canvas, artist: Mapping[str, Any]) -> None:
    match artist.get("kind"):
        case "contour":
            _draw_contour(canvas, artist)
        case "samples":
            _draw_samples(canvas, artist)
        case "line":
            _draw_line(canvas, artist)
        case "points":
            for point in points(artist.get("points"))[:MOST_DOTS]:
                canvas.dot(point, "path-dot", 3)
        case "arrows":
            for x, y, to_x, to_y in rows(artist.get("points"), 4)[:MOST_DOTS]:
                canvas.line([(x, y), (to_x, to_y)], "path")
                canvas.dot((to_x, to_y), "path-dot", 2.2)


def _draw_line(canvas: Canvas, artist: Mapping[str, Any]) -> None:
    line = points(artist.get("points"))
    if artist.get("line"):
        canvas.line(line, "path")
    if artist.get("markers"):
        for point in line[:MOST_DOTS]:
            canvas.dot(point, "path-dot", 2.6)


def _draw_contour(canvas: Canvas, artist: Mapping[str, Any]) -> None:
    """Draw contour lines, or filled bands from the highest to the lowest."""
    levels = artist.get("lines", [])
    budget = MOST_SEGMENTS
    filled = artist.get("filled")
    order = list(enumerate(levels))
    for number, lines in reversed(order) if filled else order:
        step = shade(number / max(len(levels) - 1, 1) * 0.999)
        for line in lines[: max(budget, 0)]:
            budget -= 1
            if filled:
                canvas.line(points(line), f"band {step}", closed=True)
            else:
                drawn = points(line)
                canvas.line(drawn, f"contour {step}", closed=_is_ring(drawn))


def _is_ring(line: Sequence[Point]) -> bool:
    """Whether a contour comes back to where it begins; what is missing is one more step."""
    if len(line) < 4:
        return False
    length = sum(math.dist(one, other) for one, other in pairwise(line))
    return math.dist(line[0], line[-1]) < 2.5 * length / (len(line) - 1)


def _draw_samples(canvas: Canvas, artist: Mapping[str, Any]) -> None:
    """Draw values over the plane as dots that are as large as they are far apart."""
    samples = rows(artist.get("points"), 3)[:MOST_DOTS]
    if not samples:
        return
    values = [value for _x, _y, value in samples]
    low, span = min(values), (max(values) - min(values)) or 1.0
    left, top, right, bottom = canvas.frame or (0, 0, 0, 0)
    radius = min(math.sqrt((right - left) * (bottom - top) / len(samples)) * 0.62, 14)
    for x, y, value in samples:
        canvas.dot((x, y), f"sample {shade((value - low) / span)}", radius)


def _draw_bar(canvas: Canvas) -> None:
    """Draw the colorbar."""
    _left, top, right, bottom = canvas.frame or (0, 0, 0, 0)
    step = (bottom - top) / 8
    for number in range(8):
        corner = (right + 12, bottom - (number + 1) * step)
        canvas.box(corner, (12, step + 0.5), f"sample {shade(number / 8)}")
