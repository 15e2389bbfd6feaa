"""The picture at the head of a student's page: how far down to the minimum the points have led."""

from __future__ import annotations

from autograder.report.pictures.canvas import Canvas, Window
from autograder.report.pictures.ground import Quadratic

BOWL = Quadratic(curvatures=(1.0, 4.2), centre=(0.0, 0.0))
START, LEARNING_RATE, STEPS = (-2.7, 1.12), 0.19, 8
WIDTH, HEIGHT = 340.0, 200.0


def hill(share: float) -> Canvas:
    """Draw a descent of which this share is walked; the picture is a decoration.

    The way is a real one: gradient descent on x0² + 4.2 x1², its points joined.
    """
    path = [START]
    for _step in range(STEPS):
        x, y = path[-1]
        slope = BOWL.gradient((x, y))
        path.append((x - LEARNING_RATE * slope[0], y - LEARNING_RATE * slope[1]))
    canvas = Canvas(WIDTH, HEIGHT, Window(-3.4, 3.4, -2.0, 2.0))
    BOWL.draw(canvas)
    walked = round(share * STEPS) if 0 < share < 1 else int(share) * STEPS
    walked = min(max(walked, 1), STEPS - 1) if 0 < share < 1 else walked
    canvas.line(path, "ahead")
    canvas.line(path[: walked + 1], "walked")
    for point in path[:walked]:
        canvas.dot(point, "step", 3)
    canvas.dot(BOWL.centre, "goal", 5)
    canvas.dot(path[walked] if walked < STEPS else BOWL.centre, "walker", 8)
    return canvas
