"""The ground of a picture: lines of equal height of a quadratic."""

import numpy as np

from autograder.checking.evidence import Field

LEVELS = 8
CORNERS = 48  # of a ring
# Where the window is this small beside the distance to the centre, contours look straight.
CLOSE = 0.02


def around(points, room=0.12):
    """Return the square window (left, right, bottom, top) that holds points, and some room."""
    points = np.asarray(points, dtype=float)
    low, high = points.min(axis=0), points.max(axis=0)
    half = max(np.max(high - low), 1e-9) * (0.5 + room)
    x, y = (low + high) / 2
    return x - half, x + half, y - half, y + half


def holds(window, points):
    """Return which points lie in a window."""
    x, y = np.asarray(points, dtype=float).T
    left, right, bottom, top = window
    return (left <= x) & (x <= right) & (bottom <= y) & (y <= top)


def ground(f, window):
    """Return the lines of equal height of a bowl over a window, or lines across its slope."""
    left, right, bottom, top = window
    middle = np.array([left + right, bottom + top]) / 2
    if max(right - left, top - bottom) < CLOSE * np.linalg.norm(middle - f.minimum):
        return _straight(f, middle, right - left)
    corners = np.array([(x, y) for x in (left, right) for y in (bottom, top)])
    highest = float(np.max(f(corners.T)) - f(f.minimum))
    # Steps of the square root of f: rings at even distances, the widest first.
    shares = np.arange(LEVELS, 0, -1) / LEVELS
    return Field(
        [(share - 1 / LEVELS, [ring(f, highest * share**2)]) for share in shares], filled=True
    )


def ring(f, height):
    """Return where a bowl lies so high above its minimum, as corners of a polygon."""
    sizes, ways = np.linalg.eigh(f.hessian)
    angles = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)])
    return f.minimum + (ways @ (np.sqrt(2 * height / sizes)[:, None] * circle)).T


def _straight(f, middle, width):
    """Return lines of equal height near one point: across the gradient, at even distances."""
    slope = f.gradient(middle)
    along = slope / (np.linalg.norm(slope) or 1.0)
    across = np.array([-along[1], along[0]])
    levels = []
    for number in range(LEVELS):
        foot = middle + width * ((number + 0.5) / LEVELS - 0.5) * 1.4 * along
        levels.append((number / LEVELS, [[foot - width * across, foot + width * across]]))
    return Field(levels)
