"""A drawing of a check's evidence: its shapes on a canvas, whatever they show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.checking.evidence import STYLES
from autograder.report.pictures.canvas import Canvas, Window, shade
from autograder.report.pictures.reading import numbers, points, text

SIZE = 320.0
MOST_SHAPES, MOST_LINES, MOST_DOTS = 60, 200, 400
NUMBERED = 9
LARGEST_DOT = 20.0


def drawn(drawing: Mapping[str, Any]) -> Canvas | None:
    """Draw the shapes; None if the drawing shows no part of the plane."""
    edges = numbers(drawing.get("window"))
    if len(edges) != 4 or not (edges[0] < edges[1] and edges[2] < edges[3]):
        return None
    canvas = Canvas(SIZE, SIZE, Window(*edges))
    shapes = drawing.get("shapes")
    for shape in shapes[:MOST_SHAPES] if isinstance(shapes, list) else ():
        if isinstance(shape, Mapping):
            _draw(canvas, shape)
    names = drawing.get("axes")
    if isinstance(names, list) and len(names) == 2:
        _mark_edges(canvas, *(str(name)[:40] for name in names))
    return canvas


def _draw(canvas: Canvas, shape: Mapping[str, Any]) -> None:
    style = shape["style"] if shape.get("style") in STYLES else "path"
    match shape.get("kind"):
        case "line":
            canvas.line(points(shape.get("points")), style, closed=shape.get("closed") is True)
        case "dots":
            _dots(canvas, shape, style)
        case "words":
            for place in points([shape.get("place")]):
                canvas.write(canvas.place(place), text(shape.get("words")), style, "middle")
        case "field":
            _field(canvas, shape)


def _dots(canvas: Canvas, shape: Mapping[str, Any], style: str) -> None:
    (radius,) = numbers([shape.get("radius")]) or [0.0]
    for number, point in enumerate(points(shape.get("points"))[:MOST_DOTS], start=1):
        if radius > 0:
            canvas.dot(point, style, min(radius, LARGEST_DOT))
        if shape.get("numbered") is True and number <= NUMBERED:
            x, y = canvas.place(point)
            canvas.write((x, y + 4), str(number), style, "middle")


def _field(canvas: Canvas, shape: Mapping[str, Any]) -> None:
    """Draw lines of equal height in the colours of their heights, or the ground inside them."""
    filled, levels = shape.get("filled") is True, shape.get("levels")
    budget = MOST_LINES
    for level in levels if isinstance(levels, list) else ():
        if not (isinstance(level, list) and len(level) == 2 and isinstance(level[1], list)):
            continue
        (share,) = numbers([level[0]]) or [0.0]
        for line in level[1][: max(budget, 0)]:
            budget -= 1
            canvas.line(points(line), f"{'ground' if filled else 'contour'} {shade(share)}", filled)


def _mark_edges(canvas: Canvas, across: str, up: str) -> None:
    """Write which part of the plane the picture shows."""
    window, end = canvas.window, SIZE - 8
    canvas.write((8, end), f"{across} = {window.left:.3g}", "edge")
    canvas.write((end, end), f"{window.right:.3g}", "edge", "end")
    canvas.write((18, end - 16), f"{up} = {window.bottom:.3g}", "edge", upright=True)
    canvas.write((18, 8), f"{window.top:.3g}", "edge", "end", upright=True)
