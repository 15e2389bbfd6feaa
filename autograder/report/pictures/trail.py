"""The picture at the head of a student's page: how much of the way the points have led."""

from __future__ import annotations

import math

from autograder.report.pictures.canvas import Canvas, Window

STEPS = 8
WIDTH, HEIGHT = 340.0, 200.0


def trail(share: float) -> Canvas:
    """Draw a winding way of which this share is walked; the picture is a decoration."""
    places = [
        (step / STEPS, math.cos(step * math.pi * 0.62) * 0.9 ** (2 * step))
        for step in range(STEPS + 1)
    ]
    canvas = Canvas(WIDTH, HEIGHT, Window(-0.09, 1.09, -1.35, 1.35))
    walked = round(share * STEPS) if 0 < share < 1 else int(share) * STEPS
    walked = min(max(walked, 1), STEPS - 1) if 0 < share < 1 else walked
    canvas.line(places, "ahead")
    canvas.line(places[: walked + 1], "walked")
    for place in places[:walked]:
        canvas.dot(place, "step", 3)
    canvas.dot(places[-1], "goal", 6)
    canvas.dot(places[walked], "walker", 8)
    return canvas
