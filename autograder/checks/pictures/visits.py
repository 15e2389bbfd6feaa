"""The pictures of the places around one point at which f was evaluated, and of the difference."""

import numpy as np

from autograder.checking import _
from autograder.checking.evidence import Dots, Drawing, Line, Words, evidence
from autograder.language import joined, plain

from .ground import ground

# As many points as a picture can show.
MOST = 60
# An offset this small beside the step is rounding, no step.
ROUNDING = 1e-3
# The drawn curve f = CURVE u² + SLOPE u over the offset u, in steps: any parabola would do.
CURVE, SLOPE = 0.5, 0.45


def visits_around(f, visited, at):
    """Return the evidence of the places, shape (k, 2), at which f was evaluated around a point."""
    visited, at = np.asarray(visited, dtype=float)[:MOST, :2], np.asarray(at, dtype=float)[:2]
    visited = visited[np.isfinite(visited).all(axis=1)]
    if not len(visited):
        return {}
    step, offsets = offsets_from(visited, at)
    side = one_sided(offsets)
    return evidence(
        _plan(f, at, step, offsets), None if side is None else _section(offsets[:, side], side)
    )


def offsets_from(visited, at):
    """Return the largest offset, and each place once as its offset in steps, in their order."""
    apart = visited - at
    step = np.abs(apart).max()
    rounded = np.round(apart / (step or 1.0), 3) + 0.0
    return step, np.array(list(dict.fromkeys(map(tuple, rounded.tolist()))))


def one_sided(offsets):
    """Return the first component along which f was evaluated on one side only, or None."""
    for component in (0, 1):
        alone = np.abs(offsets[:, 1 - component]) < ROUNDING
        sides = offsets[alone & (np.abs(offsets[:, component]) >= ROUNDING), component]
        if len(sides) and (sides.min() > 0 or sides.max() < 0):
            return component
    return None


def _plan(f, at, step, offsets):
    """Return the places from above, on the lines of equal height around the point."""
    reach = 1.6 * (step or 1.0)
    (x, y), unit = at, step or 1.0
    window = (x - reach, x + reach, y - reach, y + reach)
    is_astray = (np.abs(offsets) >= ROUNDING).all(axis=1)
    there = set(map(tuple, offsets.tolist()))
    missing = [
        (-a + 0.0, -b + 0.0)
        for a, b in offsets[~is_astray].tolist()
        if (a or b) and (-a + 0.0, -b + 0.0) not in there
    ]
    shapes = [
        ground(f, window),
        Line([(x - reach, y), (x + reach, y)], "axis"),
        Line([(x, y - reach), (x, y + reach)], "axis"),
        Dots([at + unit * np.array(one) for one in missing], "missing", 7),
        Dots([at + unit * one for one in offsets[is_astray]], "astray", 8),
        Dots([at + unit * one for one in offsets[~is_astray]], "visit", 8),
        Dots([at + unit * one for one in offsets], "in-dot", 0, numbered=True),
        Words((x + 0.92 * reach, y + 0.06 * reach), plain("x0"), "axis-name"),
        Words((x + 0.1 * reach, y + 0.9 * reach), plain("x1"), "axis-name"),
    ]
    told = _told(at, step, offsets, missing, is_astray)
    return Drawing(_("Where f was evaluated"), told, window, shapes)


def _section(offsets, component):
    """Return the difference made along one component beside the central one; not to scale."""
    end = 1.0 if offsets.max() > 0 else -1.0
    u = np.linspace(-1.7, 1.7, 41)

    def curve(places):
        return CURVE * places**2 + SLOPE * places

    def straight(slope, ends):
        return [(place, slope * place) for place in ends]

    feet = np.array([-1.0, 0.0, 1.0])
    name = f"x{component}"
    shapes = [
        Line([(-1.7, -0.4), (1.7, -0.4)], "axis"),
        *(Line([(foot, -0.4), (foot, curve(foot))], "guide") for foot in feet),
        Line(np.stack([u, curve(u)], axis=1), "curve"),
        Line(straight(SLOPE, (-0.75, 1.5)), "tangent"),
        Line(straight(curve(end) / end, (-0.4, 1.5)), "chord"),
        Line([(-1, curve(-1.0)), (1, curve(1.0))], "central"),
        Dots([(-end, curve(-end))], "missing", 6),
        Dots([(0, 0), (end, curve(end))], "visit", 6),
        *(
            Words((foot, -0.6), plain(words))
            for foot, words in zip(feet, (f"{name} − h", name, f"{name} + h"), strict=True)
        ),
    ]
    told = (
        _(
            "Not to scale: the line from x to x + h (a forward difference) is steeper than f is "
            "at x. The dashed line from x − h to x + h (a central difference) has nearly the "
            "slope of the tangent, the thin line."
        )
        if end > 0
        else _(
            "Not to scale: the line from x − h to x (a backward difference) is flatter than f is "
            "at x. The dashed line from x − h to x + h (a central difference) has nearly the "
            "slope of the tangent, the thin line."
        )
    )
    return Drawing(_("The difference you made"), told, (-1.7, 1.7, -0.75, 1.75), shapes)


def _told(at, step, offsets, missing, is_astray):
    x, y = (f"{part:.6g}" for part in at)
    if not step:
        return _("Your code evaluated f at the point ({x}, {y}) only.").format(x=x, y=y)
    told = [
        _(
            "Around the point ({x}, {y}), your code evaluated f at {count} different places, "
            "numbered in the order of the first visit; the largest step is {step}."
        ).format(x=x, y=y, count=len(offsets), step=f"{step:.3g}")
    ]
    if missing:
        told.append(_("Dashed circles: the other side, never visited."))
    if is_astray.any():
        told.append(_("In red: here both components were shifted at once."))
    return joined(told)
